"""Questions that the bot has asked about a post, which only its author may answer."""

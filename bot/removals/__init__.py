"""What of the bot's own is to go from chat, until it is gone."""

"""What a club wrote before it had the bot: the last 30 days of its run channels, read in when an organizer asks."""

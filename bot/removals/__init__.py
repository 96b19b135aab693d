"""Messages of the bot's own that are to go from chat, until they are gone."""

"""Living cards: messages of the bot that go on showing what is true."""

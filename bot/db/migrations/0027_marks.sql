-- What is to go is a message of the bot's, or only the mark that it left on somebody's message.
ALTER TABLE removals ADD COLUMN mark TEXT CHECK (mark IN ('counted', 'asked'));

-- By which it is known which picture a card shows, so that it is drawn and sent again only when it is another one.
ALTER TABLE cards ADD COLUMN picture TEXT;

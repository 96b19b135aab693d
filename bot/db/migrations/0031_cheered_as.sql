-- Whether a cheer went with its giver's name: what was sent without one is never given one later.
ALTER TABLE call_cheers ADD COLUMN named INTEGER NOT NULL DEFAULT 1 CHECK (named IN (0, 1));

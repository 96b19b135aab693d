-- What is held back in quiet hours, or to another day, comes then as if it were due; and which messages went to a member directly.
ALTER TABLE occurrences ADD COLUMN held_until INTEGER;
ALTER TABLE occurrences ADD COLUMN direct INTEGER NOT NULL DEFAULT 0 CHECK (direct IN (0, 1));

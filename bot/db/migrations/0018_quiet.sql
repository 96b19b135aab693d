-- What may come to a member unasked, and the hours in which nothing unasked comes at all.
ALTER TABLE members ADD COLUMN dms TEXT NOT NULL DEFAULT 'off' CHECK (dms IN ('off', 'recap', 'nudge', 'all'));
ALTER TABLE members ADD COLUMN nudge_days INTEGER NOT NULL DEFAULT 7 CHECK (nudge_days > 0);
ALTER TABLE members ADD COLUMN quiet_hours TEXT;  -- "22:00–07:00", by the member's clock
ALTER TABLE clubs ADD COLUMN quiet_hours TEXT;    -- the same, by the club's

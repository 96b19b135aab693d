-- The day weeks begin on, rankings, and what a member's own rhythm is.

-- Days, divided by spaces, from which a club's weeks begin on that day's weekday; before the first it is Monday.
ALTER TABLE clubs ADD COLUMN week_turns TEXT NOT NULL DEFAULT '';
ALTER TABLE clubs ADD COLUMN rankings INTEGER NOT NULL DEFAULT 0 CHECK (rankings IN (0, 1));

ALTER TABLE members ADD COLUMN weekly_days INTEGER NOT NULL DEFAULT 1 CHECK (weekly_days BETWEEN 1 AND 7);
-- Weekdays of planned rest, Monday 0 to Sunday 6, one digit each.
ALTER TABLE members ADD COLUMN rest_days TEXT NOT NULL DEFAULT '';
ALTER TABLE members ADD COLUMN rankings INTEGER NOT NULL DEFAULT 1 CHECK (rankings IN (0, 1));

-- Days on which a member wants to be left in peace; they never overlap.
CREATE TABLE pauses (
    member_id INTEGER NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL CHECK (last_day >= first_day),
    reason    TEXT,
    begun_at  INTEGER NOT NULL,
    PRIMARY KEY (member_id, first_day)
) STRICT, WITHOUT ROWID;

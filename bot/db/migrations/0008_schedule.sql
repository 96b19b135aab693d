-- What comes on its own: plans of clubs and members, and one row for each due instant of one.
-- What the bot does for itself keeps its simpler ledger under another name.
ALTER TABLE occurrences RENAME TO duties;

-- `owner_id` is what the kind says: a club, a member, a challenge. `wake_at` is when there next is something to do.
CREATE TABLE schedules (
    schedule_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind        TEXT NOT NULL,
    club_id     INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    owner_id    INTEGER NOT NULL,
    member_id   INTEGER,
    every       TEXT NOT NULL CHECK (every IN ('days', 'week', 'month', 'year', 'once')),
    weekdays    TEXT NOT NULL,
    day         TEXT,
    at          TEXT NOT NULL,
    zone        TEXT NOT NULL,
    week_turns  TEXT NOT NULL,
    active      INTEGER NOT NULL CHECK (active IN (0, 1)),
    next_key    TEXT,
    due_at      INTEGER,
    wake_at     INTEGER,
    changed_at  INTEGER NOT NULL,
    UNIQUE (club_id, kind, owner_id)
) STRICT;
CREATE INDEX schedules_awake ON schedules (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX schedules_by_member ON schedules (member_id);

CREATE TABLE occurrences (
    occurrence_id INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule_id   INTEGER NOT NULL REFERENCES schedules ON DELETE CASCADE,
    member_id     INTEGER,
    key           TEXT NOT NULL,  -- the first local date
    last          TEXT NOT NULL,  -- the last one that it covers
    due_at        INTEGER NOT NULL,
    state         TEXT NOT NULL CHECK (state IN ('due', 'claimed', 'sent', 'skipped', 'failed')),
    reason        TEXT,
    attempts      INTEGER NOT NULL,
    maybe_sent    INTEGER NOT NULL CHECK (maybe_sent IN (0, 1)),
    since         INTEGER NOT NULL,  -- when it was first claimed
    ended_at      INTEGER,
    channel_id    INTEGER,
    message_id    INTEGER,
    digest        TEXT,  -- of the facts it was posted with, to see when they have changed
    UNIQUE (schedule_id, key)
) STRICT;
CREATE INDEX occurrences_ended ON occurrences (ended_at);
CREATE INDEX occurrences_open ON occurrences (schedule_id) WHERE ended_at IS NULL;
CREATE INDEX occurrences_by_message ON occurrences (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX occurrences_by_member ON occurrences (member_id);

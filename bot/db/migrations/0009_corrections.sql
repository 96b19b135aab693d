-- What organizers put right: runs changed, taken out (void) and brought back, and guests who have no account.
ALTER TABLE runs ADD COLUMN voided_at INTEGER;

CREATE TABLE corrections (
    correction_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    club_id        INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id      INTEGER NOT NULL,
    organizer_id   INTEGER,
    run_id         INTEGER NOT NULL,
    act            TEXT NOT NULL CHECK (act IN ('edit', 'void', 'return', 'guest')),
    reason         TEXT,
    was_day        TEXT,
    was_distance_m INTEGER,
    was_duration_s INTEGER,
    was_kind       TEXT,
    day            TEXT NOT NULL,
    distance_m     INTEGER,
    duration_s     INTEGER,
    kind           TEXT,
    corrected_at   INTEGER NOT NULL,
    told_at        INTEGER
) STRICT;
CREATE INDEX corrections_by_club ON corrections (club_id);
CREATE INDEX corrections_by_member ON corrections (member_id);
CREATE INDEX corrections_by_organizer ON corrections (organizer_id) WHERE organizer_id IS NOT NULL;
CREATE INDEX corrections_untold ON corrections (member_id) WHERE told_at IS NULL;

-- Runners without an account; the member id of a guest is its number below zero.
CREATE TABLE guests (
    guest_id INTEGER PRIMARY KEY AUTOINCREMENT,
    club_id  INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    name     TEXT NOT NULL,
    added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guests_by_club ON guests (club_id);

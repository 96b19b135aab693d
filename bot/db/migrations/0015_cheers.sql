-- Cheers that a member gave; whom they were for is forgotten with that one, what was given stays the giver's.
CREATE TABLE cheers (
    cheer_id   INTEGER PRIMARY KEY AUTOINCREMENT,
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id  INTEGER NOT NULL,
    cheered_id INTEGER,
    day        TEXT NOT NULL,  -- the giver's local date
    given_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX cheers_by_member ON cheers (member_id, club_id, day);
CREATE INDEX cheers_by_cheered ON cheers (cheered_id) WHERE cheered_id IS NOT NULL;

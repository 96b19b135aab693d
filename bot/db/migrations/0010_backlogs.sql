-- A club's last 30 days that are being read in, and how far; a row goes when the reading is over.
CREATE TABLE backlogs (
    club_id    INTEGER PRIMARY KEY REFERENCES clubs ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    message_id INTEGER,
    since_at   INTEGER NOT NULL,
    until_at   INTEGER NOT NULL,
    room_id    INTEGER NOT NULL DEFAULT 0,
    reached    INTEGER NOT NULL DEFAULT 0,
    seen       INTEGER NOT NULL DEFAULT 0,
    counted    INTEGER NOT NULL DEFAULT 0
) STRICT;

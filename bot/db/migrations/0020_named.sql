-- Whom a message that was told on demand names: a board, or a member's own stats or letter.
CREATE TABLE told_names (
    member_id  INTEGER NOT NULL,
    message_id INTEGER NOT NULL,
    channel_id INTEGER NOT NULL,
    told_at    INTEGER NOT NULL,
    PRIMARY KEY (member_id, message_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX told_names_by_message ON told_names (message_id);

-- Weeks of a club that were told on demand, with a digest of what they say.
CREATE TABLE told_weeks (
    message_id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL,
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    first_day  TEXT NOT NULL,
    digest     TEXT NOT NULL,
    told_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX told_weeks_by_club ON told_weeks (club_id);

-- Clubs whose recaps are to be told anew, since somebody is not to be named in them any more.
CREATE TABLE recaps_anew (
    club_id INTEGER PRIMARY KEY REFERENCES clubs ON DELETE CASCADE
) STRICT;

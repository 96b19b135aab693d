-- Calls for cheers that members sent to their club, and who answered them; both go after three days.
CREATE TABLE calls (
    call_id    INTEGER PRIMARY KEY AUTOINCREMENT,  -- a number under an old button never means another call
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id  INTEGER NOT NULL,
    named      INTEGER NOT NULL CHECK (named IN (0, 1)),
    day        TEXT NOT NULL,  -- the caller's local date
    channel_id INTEGER,
    message_id INTEGER,
    called_at  INTEGER NOT NULL,
    UNIQUE (member_id, club_id, day)
) STRICT;
CREATE INDEX calls_by_age ON calls (called_at);

CREATE TABLE call_cheers (
    call_id   INTEGER NOT NULL REFERENCES calls ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    given_at  INTEGER NOT NULL,
    PRIMARY KEY (call_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX call_cheers_by_member ON call_cheers (member_id);

-- Questions about a post that only its author may answer; of the post's words a hash alone.
CREATE TABLE questions (
    question_id INTEGER PRIMARY KEY AUTOINCREMENT,
    club_id     INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id   INTEGER NOT NULL,
    channel_id  INTEGER NOT NULL,
    message_id  INTEGER NOT NULL,
    private     INTEGER NOT NULL CHECK (private IN (0, 1)),
    matter      TEXT NOT NULL,
    text_hash   BLOB NOT NULL,
    by_mark     INTEGER NOT NULL CHECK (by_mark IN (0, 1)),
    marked      INTEGER NOT NULL CHECK (marked IN (0, 1)),
    asked_with  INTEGER,
    asked_at    INTEGER NOT NULL,
    closed_at   INTEGER,
    agreed      INTEGER NOT NULL DEFAULT 0 CHECK (agreed IN (0, 1))
) STRICT;
CREATE INDEX questions_by_club ON questions (club_id);
CREATE INDEX questions_by_member ON questions (member_id, matter);
CREATE INDEX questions_by_message ON questions (message_id);
CREATE INDEX questions_open ON questions (asked_at) WHERE closed_at IS NULL;
CREATE INDEX questions_marked ON questions (question_id) WHERE marked = 1;

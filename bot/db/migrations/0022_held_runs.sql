-- A run from a command or form that waits for its author's answer to a question about it; it goes with the question.
CREATE TABLE held_runs (
    question_id INTEGER PRIMARY KEY REFERENCES questions ON DELETE CASCADE,
    member_id   INTEGER NOT NULL,
    name        TEXT NOT NULL,
    source      TEXT NOT NULL,
    text_hash   BLOB NOT NULL,
    message_id  INTEGER,
    run_id      INTEGER,
    private     INTEGER NOT NULL CHECK (private IN (0, 1)),
    day         TEXT NOT NULL,
    distance_m  INTEGER,
    duration_s  INTEGER,
    kind        TEXT,
    note        TEXT,
    posted_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX held_runs_by_member ON held_runs (member_id);
CREATE TRIGGER held_runs_go AFTER UPDATE OF closed_at ON questions WHEN new.closed_at IS NOT NULL BEGIN
    DELETE FROM held_runs WHERE question_id = new.question_id;
END;

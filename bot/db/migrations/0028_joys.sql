-- Private milestones of runs: to be told to their member alone, who may share them. A row goes after two weeks.
CREATE TABLE joys (
    run_id     INTEGER PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id  INTEGER NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('comeback', 'anyway')),
    day        TEXT NOT NULL,
    noted_at   INTEGER NOT NULL,
    told_at    INTEGER,
    channel_id INTEGER,  -- where its member shared it
    message_id INTEGER
) STRICT;
CREATE INDEX joys_by_member ON joys (member_id);
CREATE INDEX joys_by_club ON joys (club_id);

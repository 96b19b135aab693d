-- What a club was asked on its days, and when last: what was asked longest ago takes its turn.
CREATE TABLE prompts_told (
    club_id INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    prompt  TEXT NOT NULL,
    told_at INTEGER NOT NULL,
    PRIMARY KEY (club_id, prompt)
) STRICT, WITHOUT ROWID;

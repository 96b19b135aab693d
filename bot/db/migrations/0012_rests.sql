-- Days on which a member rested on purpose.
CREATE TABLE rests (
    member_id INTEGER NOT NULL,
    day       TEXT NOT NULL,
    chosen_at INTEGER NOT NULL,
    PRIMARY KEY (member_id, day)
) STRICT, WITHOUT ROWID;

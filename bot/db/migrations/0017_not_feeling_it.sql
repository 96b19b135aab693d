-- Days on which a member said that they did not feel like it, for a few days: a run that came all the same is a quiet joy.
CREATE TABLE not_feeling_it (
    member_id INTEGER NOT NULL,
    day       TEXT NOT NULL,  -- the member's local date
    said_at   INTEGER NOT NULL,
    PRIMARY KEY (member_id, day)
) STRICT, WITHOUT ROWID;
CREATE INDEX not_feeling_it_by_age ON not_feeling_it (said_at);

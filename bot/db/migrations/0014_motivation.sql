-- Which messages of motivation a member was told, and when last: the one told longest ago takes its turn.
CREATE TABLE motivation_told (
    member_id INTEGER NOT NULL,
    message   TEXT NOT NULL,
    told_at   INTEGER NOT NULL,
    PRIMARY KEY (member_id, message)
) STRICT, WITHOUT ROWID;

-- Who could not be reached by direct message and is to be told so in the next private answer about it.
CREATE TABLE dms_closed (
    member_id INTEGER PRIMARY KEY,
    closed_at INTEGER NOT NULL
) STRICT;

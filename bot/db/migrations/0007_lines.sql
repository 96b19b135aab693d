-- In which tone members are spoken to, and which line was told under which post.

ALTER TABLE clubs ADD COLUMN tone TEXT NOT NULL DEFAULT 'warm' CHECK (tone IN ('warm', 'playful', 'plain'));
ALTER TABLE members ADD COLUMN tone TEXT CHECK (tone IN ('warm', 'playful', 'plain'));

-- One row a post: which line takes its turn next, and what an answer that is worded anew says again.
CREATE TABLE lines_told (
    member_id INTEGER NOT NULL,
    club_id   INTEGER NOT NULL,
    situation TEXT NOT NULL,
    post_id   INTEGER NOT NULL UNIQUE REFERENCES posts ON DELETE CASCADE,
    line      TEXT NOT NULL,
    private   INTEGER NOT NULL CHECK (private IN (0, 1)),
    told_at   INTEGER NOT NULL,
    PRIMARY KEY (member_id, club_id, situation, post_id)
) STRICT, WITHOUT ROWID;

-- Lines that organizers wrote, and those, shipped or theirs, that they switched off.
CREATE TABLE club_lines (
    line_id   INTEGER PRIMARY KEY AUTOINCREMENT,  -- what was told by its number is never another line
    club_id   INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    situation TEXT NOT NULL,
    words     TEXT NOT NULL
) STRICT;
CREATE INDEX club_lines_by_situation ON club_lines (club_id, situation);

CREATE TABLE club_lines_off (
    club_id INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    line    TEXT NOT NULL,
    PRIMARY KEY (club_id, line)
) STRICT, WITHOUT ROWID;

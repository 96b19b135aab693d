-- Clubs, members, posts and the runs in them, kudos, and the ledger of occurrences.
-- Instants (*_at) are whole milliseconds since 1970 UTC; days are local dates, YYYY-MM-DD.

CREATE TABLE clubs (
    club_id           INTEGER PRIMARY KEY,
    name              TEXT NOT NULL,
    zone              TEXT NOT NULL,
    units             TEXT NOT NULL CHECK (units IN ('km', 'mi')),
    replies           TEXT NOT NULL DEFAULT 'short' CHECK (replies IN ('short', 'cards', 'reaction')),
    organizer_role_id INTEGER,
    joined_at         INTEGER NOT NULL,
    greeted_at        INTEGER,
    left_at           INTEGER
) STRICT;

CREATE TABLE club_channels (
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    purpose    TEXT NOT NULL CHECK (purpose IN ('runs')),
    PRIMARY KEY (club_id, purpose, channel_id)
) STRICT, WITHOUT ROWID;

-- What belongs to a member alone, in every club; no row means the defaults.
CREATE TABLE members (
    member_id    INTEGER PRIMARY KEY,
    units        TEXT CHECK (units IN ('km', 'mi')),
    zone         TEXT,
    named        INTEGER NOT NULL DEFAULT 1 CHECK (named IN (0, 1)),
    read_posts   INTEGER NOT NULL DEFAULT 1 CHECK (read_posts IN (0, 1)),
    home_club_id INTEGER,
    changed_at   INTEGER NOT NULL
) STRICT;

-- Who acted in which club, and under which name, for pictures and lists.
CREATE TABLE club_members (
    club_id   INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    name      TEXT NOT NULL,
    seen_at   INTEGER NOT NULL,
    PRIMARY KEY (club_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX club_members_by_member ON club_members (member_id);

-- One act of logging: a message, a command or a form. `source` makes it idempotent.
CREATE TABLE posts (
    post_id    INTEGER PRIMARY KEY AUTOINCREMENT,  -- a number under an old button never means another post
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id  INTEGER NOT NULL,
    source     TEXT NOT NULL,
    private    INTEGER NOT NULL CHECK (private IN (0, 1)),
    channel_id INTEGER,
    message_id INTEGER,
    answer_id  INTEGER,
    posted_at  INTEGER NOT NULL,
    UNIQUE (club_id, source)
) STRICT;
CREATE INDEX posts_by_member ON posts (member_id);

CREATE TABLE runs (
    run_id       INTEGER PRIMARY KEY AUTOINCREMENT,
    post_id      INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
    position     INTEGER NOT NULL,
    club_id      INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id    INTEGER NOT NULL,
    day          TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    distance_m   INTEGER CHECK (distance_m > 0),
    duration_s   INTEGER CHECK (duration_s > 0),
    kind         TEXT,
    note         TEXT,
    private      INTEGER NOT NULL CHECK (private IN (0, 1)),
    logged_at    INTEGER NOT NULL,
    withdrawn_at INTEGER,
    UNIQUE (post_id, position)
) STRICT;
-- Covering: a week of a club, or of a member, is read without touching the table.
CREATE INDEX runs_by_club_day ON runs (club_id, day, member_id, distance_m, duration_s, private)
    WHERE withdrawn_at IS NULL;
CREATE INDEX runs_by_member_day ON runs (club_id, member_id, day, distance_m, duration_s, private)
    WHERE withdrawn_at IS NULL;
CREATE INDEX runs_by_member ON runs (member_id);
CREATE INDEX runs_withdrawn ON runs (withdrawn_at) WHERE withdrawn_at IS NOT NULL;

-- Answers of the bot that are to go from chat, without whom they were about; a row goes when its message has.
CREATE TABLE removals (
    message_id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL
) STRICT;

CREATE TABLE kudos (
    post_id   INTEGER NOT NULL REFERENCES posts ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    given_at  INTEGER NOT NULL,
    PRIMARY KEY (post_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX kudos_by_member ON kudos (member_id);

-- One row for each due instant of something scheduled, whatever became of it.
CREATE TABLE occurrences (
    kind        TEXT NOT NULL,
    due_at      INTEGER NOT NULL,
    claimed_at  INTEGER,
    attempts    INTEGER NOT NULL DEFAULT 0,
    retry_at    INTEGER,
    done_at     INTEGER,
    PRIMARY KEY (kind, due_at)
) STRICT, WITHOUT ROWID;

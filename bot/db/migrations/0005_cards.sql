-- What a channel of a club may be for, and the living cards in them.

CREATE TABLE new_channels (
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    purpose    TEXT NOT NULL CHECK (purpose IN ('runs', 'recaps', 'challenges', 'prompts', 'organizers')),
    PRIMARY KEY (club_id, purpose, channel_id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_channels SELECT club_id, channel_id, purpose FROM club_channels;
DROP TABLE club_channels;
ALTER TABLE new_channels RENAME TO club_channels;

-- Messages of the bot that are kept up to date: what they are about, where they stand, which state they show.
CREATE TABLE cards (
    kind       TEXT NOT NULL,
    number     INTEGER NOT NULL,
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    channel_id INTEGER,
    message_id INTEGER,
    wanted     INTEGER NOT NULL DEFAULT 1,
    shown      INTEGER NOT NULL DEFAULT 0,
    shown_at   INTEGER NOT NULL DEFAULT 0,
    claimed_at INTEGER,
    reposted   INTEGER NOT NULL DEFAULT 0,
    resting    INTEGER NOT NULL DEFAULT 0 CHECK (resting IN (0, 1)),
    PRIMARY KEY (kind, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX cards_by_club ON cards (club_id);
CREATE INDEX cards_waiting ON cards (channel_id, shown_at) WHERE wanted > shown AND resting = 0;

-- Group challenges: what was decided, who takes part, and what each member brought.

CREATE TABLE challenges (
    challenge_id INTEGER PRIMARY KEY AUTOINCREMENT,  -- a number under an old button never means another one
    club_id      INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    name         TEXT NOT NULL,
    kind         TEXT NOT NULL,
    first_day    TEXT NOT NULL,
    last_day     TEXT NOT NULL,
    since_day    TEXT NOT NULL,  -- the first day whose runs matter; earlier than first_day where a kind looks back
    rules        TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('draft', 'live', 'closed', 'cancelled')),
    repeats      INTEGER NOT NULL DEFAULT 0 CHECK (repeats IN (0, 1)),
    follows      INTEGER UNIQUE REFERENCES challenges ON DELETE SET NULL,  -- whose repetition it is
    created_at   INTEGER NOT NULL,
    ended_at     INTEGER,
    outcome      TEXT  -- how it stood when it was closed, in numbers that name nobody
) STRICT;
CREATE INDEX challenges_by_club ON challenges (club_id, state, last_day);

-- The organizer who created a challenge, and the one who has it open.
CREATE TABLE challenge_editors (
    challenge_id INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    did          TEXT NOT NULL CHECK (did IN ('created', 'opened')),
    member_id    INTEGER NOT NULL,
    did_at       INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, did)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_editors_by_member ON challenge_editors (member_id);

CREATE TABLE challenge_members (
    challenge_id INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    member_id    INTEGER NOT NULL,
    joined_on    TEXT,  -- the local day of joining for the first time; NULL for one who only left
    left_at      INTEGER,
    team         INTEGER NOT NULL DEFAULT 0,
    changed_at   INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_members_by_member ON challenge_members (member_id);

-- What each member brought; always what their runs say, rebuilt for one member whenever a run of theirs changes.
CREATE TABLE challenge_shares (
    challenge_id INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    member_id    INTEGER NOT NULL,
    team         INTEGER NOT NULL,
    counted      INTEGER NOT NULL,
    public       INTEGER NOT NULL,
    goal         INTEGER,
    public_goal  INTEGER,
    latest_at    INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX challenge_shares_by_member ON challenge_shares (member_id);

-- The sums of the shares, so that a logged run need not add up thousands. Triggers keep them, since shares
-- go in several ways: by a change of a run, by leaving, and when a member is forgotten.
CREATE TABLE challenge_totals (
    challenge_id INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    team         INTEGER NOT NULL,
    counted      INTEGER NOT NULL,
    movers       INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, team)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER challenge_share_came AFTER INSERT ON challenge_shares BEGIN
    INSERT INTO challenge_totals (challenge_id, team, counted, movers)
        VALUES (new.challenge_id, new.team, new.counted, new.counted > 0)
        ON CONFLICT (challenge_id, team) DO UPDATE
        SET counted = counted + excluded.counted, movers = movers + excluded.movers;
END;

CREATE TRIGGER challenge_share_went AFTER DELETE ON challenge_shares BEGIN
    UPDATE challenge_totals SET counted = counted - old.counted, movers = movers - (old.counted > 0)
        WHERE challenge_id = old.challenge_id AND team = old.team;
END;

CREATE TRIGGER challenge_share_changed AFTER UPDATE ON challenge_shares WHEN new.team = old.team BEGIN
    UPDATE challenge_totals SET counted = counted + new.counted - old.counted,
        movers = movers + (new.counted > 0) - (old.counted > 0)
        WHERE challenge_id = new.challenge_id AND team = new.team;
END;

CREATE TRIGGER challenge_share_moved AFTER UPDATE ON challenge_shares WHEN new.team <> old.team BEGIN
    UPDATE challenge_totals SET counted = counted - old.counted, movers = movers - (old.counted > 0)
        WHERE challenge_id = old.challenge_id AND team = old.team;
    INSERT INTO challenge_totals (challenge_id, team, counted, movers)
        VALUES (new.challenge_id, new.team, new.counted, new.counted > 0)
        ON CONFLICT (challenge_id, team) DO UPDATE
        SET counted = counted + excluded.counted, movers = movers + excluded.movers;
END;

-- What was announced, or passed over in favour of something later; each exactly once.
CREATE TABLE challenge_announcements (
    challenge_id INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    what         TEXT NOT NULL,
    announced_at INTEGER NOT NULL,
    PRIMARY KEY (challenge_id, what)
) STRICT, WITHOUT ROWID;

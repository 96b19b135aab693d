-- Sums over runs never touch the table: SQLite reads an index alone only if the partial index's own column is in it.
DROP INDEX runs_by_club_day;
DROP INDEX runs_by_member_day;
CREATE INDEX runs_by_club_day
    ON runs (club_id, day, member_id, distance_m, duration_s, private, kind, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX runs_by_member_day
    ON runs (club_id, member_id, day, distance_m, duration_s, private, kind, withdrawn_at) WHERE withdrawn_at IS NULL;
-- Few runs are private; which members have some is asked before what is public of them is added up apart.
CREATE INDEX runs_private ON runs (club_id, day, member_id) WHERE private = 1 AND withdrawn_at IS NULL;

-- The shares of one member lie side by side now: a run changes them in all its challenges, and touches one page.
CREATE TABLE shares_by_member (
    member_id    INTEGER NOT NULL,
    challenge_id INTEGER NOT NULL REFERENCES challenges ON DELETE CASCADE,
    team         INTEGER NOT NULL,
    counted      INTEGER NOT NULL,
    public       INTEGER NOT NULL,
    goal         INTEGER,
    public_goal  INTEGER,
    latest_at    INTEGER NOT NULL,  -- no run in it was logged later
    PRIMARY KEY (member_id, challenge_id)
) STRICT, WITHOUT ROWID;
INSERT INTO shares_by_member
    SELECT member_id, challenge_id, team, counted, public, goal, public_goal, latest_at FROM challenge_shares;
DROP TABLE challenge_shares;
ALTER TABLE shares_by_member RENAME TO challenge_shares;
CREATE INDEX challenge_shares_by_challenge ON challenge_shares (challenge_id);

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

-- Shares hold while counted = version. A change of the rules counts the version up; what follows counts them anew.
ALTER TABLE challenges ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
ALTER TABLE challenges ADD COLUMN counted INTEGER NOT NULL DEFAULT 0;
CREATE INDEX challenges_uncounted ON challenges (challenge_id) WHERE counted < version;

-- A club that begins its weeks on another day has caps a week, rows of weeks and usual weeks counted anew.
CREATE TRIGGER challenges_follow_weeks AFTER UPDATE OF week_turns ON clubs WHEN new.week_turns <> old.week_turns BEGIN
    UPDATE challenges SET version = version + 1 WHERE club_id = new.club_id AND state = 'live';
    UPDATE cards SET wanted = wanted + 1 WHERE kind = 'challenge'
        AND number IN (SELECT challenge_id FROM challenges WHERE club_id = new.club_id AND state = 'live');
END;

-- Who helped out at a run has a row of the kind 'volunteer', without figures: an active day, and no run. Whatever
-- counts runs passes it over, so the covering indexes know the kind.
DROP INDEX runs_by_club_day;
DROP INDEX runs_by_member_day;
CREATE INDEX runs_by_club_day ON runs (club_id, day, member_id, distance_m, duration_s, private, kind)
    WHERE withdrawn_at IS NULL;
CREATE INDEX runs_by_member_day ON runs (club_id, member_id, day, distance_m, duration_s, private, kind)
    WHERE withdrawn_at IS NULL;

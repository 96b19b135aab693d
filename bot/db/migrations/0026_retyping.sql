-- What an organizer typed into a form of a challenge that was refused, so that it can be opened again as it was.
CREATE TABLE challenge_forms (
    form_id   INTEGER PRIMARY KEY AUTOINCREMENT,  -- a number under an old button never means another one
    club_id   INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    form      TEXT NOT NULL,
    number    INTEGER NOT NULL,  -- of the challenge, 0 for a new one
    fields    TEXT NOT NULL,
    typed_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX challenge_forms_by_member ON challenge_forms (member_id);
CREATE INDEX challenge_forms_by_club ON challenge_forms (club_id);

-- Cards word days in the club's zone, and distances in its units.
CREATE TRIGGER cards_follow_clubs AFTER UPDATE OF zone, units ON clubs
WHEN new.zone <> old.zone OR new.units <> old.units BEGIN
    UPDATE cards SET wanted = wanted + 1 WHERE kind = 'challenge'
        AND number IN (SELECT challenge_id FROM challenges WHERE club_id = new.club_id AND state = 'live');
END;

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

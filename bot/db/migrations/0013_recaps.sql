-- What organizers chose of recaps beside their plan: what is posted for a week without any run.
CREATE TABLE recap_choices (
    club_id     INTEGER PRIMARY KEY REFERENCES clubs ON DELETE CASCADE,
    empty_weeks TEXT NOT NULL CHECK (empty_weeks IN ('line', 'nothing'))
) STRICT;

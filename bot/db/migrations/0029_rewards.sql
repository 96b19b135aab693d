-- Roles that a club gives for milestones, who has one from the bot, and whose are to be looked at.
CREATE TABLE rewards (
    club_id INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    kind    TEXT NOT NULL CHECK (kind IN ('runs', 'distance')),
    value   INTEGER NOT NULL,
    role_id INTEGER NOT NULL,
    PRIMARY KEY (club_id, kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE roles_given (
    club_id   INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    role_id   INTEGER NOT NULL,
    given_at  INTEGER NOT NULL,
    PRIMARY KEY (club_id, member_id, role_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX roles_given_by_member ON roles_given (member_id);

CREATE TABLE roles_due (
    club_id   INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    member_id INTEGER NOT NULL,
    marked_at INTEGER NOT NULL,
    marks     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (club_id, member_id)
) STRICT;
CREATE INDEX roles_due_by_member ON roles_due (member_id);

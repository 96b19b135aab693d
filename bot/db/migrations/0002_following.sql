-- Posts follow their messages: edits and deletions, also those that happened while the bot was away.

-- What a post was last read from, as a hash alone, and the zone it is always read in.
ALTER TABLE posts ADD COLUMN text_hash BLOB;
ALTER TABLE posts ADD COLUMN zone TEXT;

-- Fields that somebody set otherwise than by writing the message, divided by spaces: an edit leaves them alone.
ALTER TABLE runs ADD COLUMN by_hand TEXT NOT NULL DEFAULT '';
-- Why a run is withdrawn: its member took it back, its message was deleted, or an edit no longer tells of it.
ALTER TABLE runs ADD COLUMN withdrawn_by TEXT CHECK (withdrawn_by IN ('member', 'deletion', 'edit'));
UPDATE runs SET withdrawn_by = 'member' WHERE withdrawn_at IS NOT NULL;

CREATE INDEX posts_by_message ON posts (message_id) WHERE message_id IS NOT NULL;

-- Messages of followed channels that were edited or deleted; a row goes after two weeks.
CREATE TABLE messages (
    message_id INTEGER PRIMARY KEY,
    channel_id INTEGER NOT NULL,
    edited_at  INTEGER,
    deleted_at INTEGER,
    moderated  INTEGER NOT NULL DEFAULT 0 CHECK (moderated IN (0, 1)),
    ours       INTEGER NOT NULL DEFAULT 0 CHECK (ours IN (0, 1))  -- an answer that the bot removed
) STRICT;
CREATE INDEX messages_deleted ON messages (channel_id, deleted_at) WHERE deleted_at IS NOT NULL AND ours = 0;

-- The last message handled in each followed channel or thread.
CREATE TABLE channel_marks (
    channel_id INTEGER PRIMARY KEY,
    club_id    INTEGER NOT NULL REFERENCES clubs ON DELETE CASCADE,
    message_id INTEGER NOT NULL
) STRICT;
CREATE INDEX channel_marks_by_club ON channel_marks (club_id);

-- Whether a post is answered in words: only then its answer comes again when its runs come back.
ALTER TABLE posts ADD COLUMN answered INTEGER NOT NULL DEFAULT 0 CHECK (answered IN (0, 1));
UPDATE posts SET answered = 1 WHERE answer_id NOT NULL;

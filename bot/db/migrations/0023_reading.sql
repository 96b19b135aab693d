-- When a member last chose whether their posts are read, apart from every other choice.
ALTER TABLE members ADD COLUMN reading_chosen_at INTEGER;
-- Which choice was the last one is not known of before: what is older stays unread.
UPDATE members SET reading_chosen_at = changed_at;

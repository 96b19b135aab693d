-- How often it was wished that a club's recaps be told anew: a wish that comes in meanwhile is not done with the one before.
ALTER TABLE recaps_anew ADD COLUMN wishes INTEGER NOT NULL DEFAULT 1;

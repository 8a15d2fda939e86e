ALTER TABLE badge ADD COLUMN colour TEXT;
CREATE INDEX badge_name ON badge (name);

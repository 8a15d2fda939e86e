-- Since when an instance has been in the table without a break: whose row was deleted and made anew has lost what it had.
ALTER TABLE instance ADD COLUMN since BIGINT NOT NULL DEFAULT 0;

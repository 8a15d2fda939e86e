-- What staff see and repair. The same file for SQLite and PostgreSQL.

ALTER TABLE notification ADD COLUMN retried_at BIGINT; -- when staff last had it sent again: it expires so long after that

DROP INDEX notification_age;
CREATE INDEX notification_age ON notification (COALESCE(retried_at, accepted_at)) WHERE outcome = 'pending';
-- What staff may send again all at once.
CREATE INDEX notification_failed ON notification (finished_at)
    WHERE outcome IN ('expired', 'refused', 'user_not_found') AND test = 0;
-- Has all that statistics count: else they read every row.
CREATE INDEX notification_counted ON notification (accepted_at, action, outcome, finished_at, retried_at)
    WHERE test = 0;

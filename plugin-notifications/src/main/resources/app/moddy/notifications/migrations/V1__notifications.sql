-- The same file for SQLite and PostgreSQL. Times are milliseconds since 1970, truth is 0 or 1.

CREATE TABLE notification (
    id BIGINT NOT NULL PRIMARY KEY,
    action TEXT NOT NULL,
    user_id BIGINT,                       -- null: the user was erased
    plan TEXT,
    metadata TEXT,                        -- JSON of what the action declares; null once it is not needed any more
    language TEXT,                        -- the wish of the caller
    test INTEGER NOT NULL,
    warnings TEXT NOT NULL,
    idempotency_key TEXT,
    body_hash TEXT,                       -- of the request that brought the key
    outcome TEXT NOT NULL,
    code TEXT NOT NULL,                   -- why, as of the last attempt
    retryable INTEGER NOT NULL,
    inbox TEXT,                           -- null, 'waiting' or 'read'
    reach TEXT NOT NULL,                  -- whether the DM channel is known: which of the two queues it waits in
    attempts INTEGER NOT NULL,            -- the number of the last one; with lease_owner the fence of its result
    lease_owner TEXT,                     -- the run of the bot that may send it until due_at
    due_at BIGINT,                        -- the next attempt, or the end of the lease; null: finished
    doubt_at BIGINT,                      -- since when it may have been sent without our knowing
    doubt_owner TEXT,                     -- the run of the bot that can tell how long ago that is
    accepted_at BIGINT NOT NULL,
    finished_at BIGINT
);

CREATE UNIQUE INDEX notification_key ON notification (idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX notification_due ON notification (reach, due_at, id) WHERE outcome = 'pending';
-- Has all that says who holds back whom, even the outcome: else SQLite reads all that the user ever got, from notification_user.
CREATE INDEX notification_open ON notification (user_id, id, due_at, lease_owner, reach, outcome)
    WHERE outcome = 'pending';
CREATE INDEX notification_age ON notification (accepted_at) WHERE outcome = 'pending';
CREATE INDEX notification_user ON notification (user_id, id) WHERE user_id IS NOT NULL;
CREATE INDEX notification_inbox ON notification (user_id, id) WHERE inbox = 'waiting';
CREATE INDEX notification_finished ON notification (finished_at) WHERE finished_at IS NOT NULL;
CREATE INDEX notification_kept ON notification (finished_at) WHERE metadata IS NOT NULL AND finished_at IS NOT NULL;

CREATE TABLE notification_attempt (
    notification_id BIGINT NOT NULL,
    number INTEGER NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,                      -- null: under way, or cut off by the end of the bot
    result TEXT,
    code TEXT,
    PRIMARY KEY (notification_id, number)
);

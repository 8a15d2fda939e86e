-- Several instances on one PostgreSQL know each other by these. Empty on SQLite. Times in milliseconds since 1970, by the server's clock.
CREATE TABLE instance (
    id      VARCHAR(24) NOT NULL PRIMARY KEY,
    seen_at BIGINT      NOT NULL,         -- who is silent for 10 s is deleted: it counts as dead
    gateway INTEGER     NOT NULL          -- 1: it alone may have a session at Discord's gateway
);

CREATE UNIQUE INDEX instance_gateway ON instance (gateway) WHERE gateway = 1;

-- What Discord has told one instance, and holds for all.
CREATE TABLE discord_pause (
    scope   VARCHAR(32) NOT NULL PRIMARY KEY,
    ends_at BIGINT      NOT NULL
);

-- The number of the last erasure of a user: who holds anything of users in memory, or is about to keep it, sees that it may be of
-- one who was erased. One row, once there was one.
CREATE TABLE forgetting (
    id     INTEGER NOT NULL PRIMARY KEY,
    number BIGINT  NOT NULL
);

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

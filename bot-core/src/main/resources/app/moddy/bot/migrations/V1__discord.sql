-- The DM channels that the bot has opened: a message to one of these users costs one call.
CREATE TABLE dm_channel (
    user_id    BIGINT NOT NULL PRIMARY KEY,
    channel_id BIGINT NOT NULL
);

-- What keeps the whole bot from opening DMs, also after a restart. Times in milliseconds since 1970.
CREATE TABLE alarm (
    kind       VARCHAR(32) NOT NULL PRIMARY KEY,
    since      BIGINT      NOT NULL,
    next_probe BIGINT      NOT NULL,
    level      INTEGER     NOT NULL
);

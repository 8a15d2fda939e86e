-- In which language users are addressed: Discord locales, null where nothing is known.
CREATE TABLE user_language (
    user_id   BIGINT NOT NULL PRIMARY KEY,
    chosen    VARCHAR(10),                -- by /language
    last_used VARCHAR(10)                 -- their Discord's, when they last used the bot
);

-- What staff have done with the bot. Times in milliseconds since 1970; rows go after 365 days.
CREATE TABLE audit (
    id      BIGINT       NOT NULL PRIMARY KEY,
    at      BIGINT       NOT NULL,
    caller  BIGINT       NOT NULL,
    command VARCHAR(100) NOT NULL,
    what    VARCHAR(200) NOT NULL
);

CREATE INDEX audit_at ON audit (at);

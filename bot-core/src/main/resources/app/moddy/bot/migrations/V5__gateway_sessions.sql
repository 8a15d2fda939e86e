-- How many sessions at Discord's gateway the instances on one PostgreSQL may still begin together: a measure that fills by itself, and is
-- full again at this time, in milliseconds since 1970 by the server's clock. One row at most; empty on SQLite.
CREATE TABLE gateway_sessions (
    one     INTEGER NOT NULL PRIMARY KEY, -- always 1
    full_at BIGINT  NOT NULL
);

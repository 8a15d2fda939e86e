-- Of each kind of column, in an order in which rows can not be copied.
CREATE TABLE Zoo (id BIGINT NOT NULL PRIMARY KEY, name TEXT);
CREATE TABLE animal (
    id     BIGINT  NOT NULL PRIMARY KEY,
    zoo_id BIGINT  NOT NULL REFERENCES Zoo (id),
    mother BIGINT  REFERENCES animal (id),
    weight DOUBLE PRECISION,
    "Tame" BOOLEAN NOT NULL
);
INSERT INTO Zoo (id, name) VALUES (1, 'the first');

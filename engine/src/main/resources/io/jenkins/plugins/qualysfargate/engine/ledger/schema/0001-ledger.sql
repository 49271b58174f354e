-- Every statement can be run twice: H2 commits each change of the schema at once, so a crash may come between any two.
CREATE TABLE IF NOT EXISTS document (
    kind VARCHAR(16) NOT NULL,
    id VARCHAR(512) NOT NULL,
    sort VARCHAR(128) NOT NULL,
    version BIGINT NOT NULL,
    state VARCHAR(32) NOT NULL,
    at_time TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    content VARCHAR(200000) NOT NULL,
    expires TIMESTAMP(9) WITH TIME ZONE,
    PRIMARY KEY (kind, id, sort)
);

CREATE INDEX IF NOT EXISTS document_by_state ON document (kind, state, at_time, id, sort);
CREATE INDEX IF NOT EXISTS document_by_end ON document (expires);

CREATE TABLE IF NOT EXISTS journal (
    sequence BIGINT PRIMARY KEY,
    at_time TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    actor VARCHAR(256) NOT NULL,
    action VARCHAR(64) NOT NULL,
    about VARCHAR(1000) NOT NULL,
    content VARCHAR(200000) NOT NULL,
    previous_hash CHARACTER(64) NOT NULL,
    hash CHARACTER(64) NOT NULL
);

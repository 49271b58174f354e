CREATE TABLE IF NOT EXISTS outbox (
    id VARCHAR(128) PRIMARY KEY,
    channel VARCHAR(64) NOT NULL,
    subject VARCHAR(1000) NOT NULL,
    body CHARACTER LARGE OBJECT NOT NULL,
    attributes VARCHAR(8000) NOT NULL,
    created_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    state VARCHAR(16) NOT NULL,
    -- When it may be taken next: at once, after a pause, or when whoever has it has had it for too long.
    due_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    attempts INTEGER NOT NULL,
    token VARCHAR(64),
    reason VARCHAR(2000),
    given_up_at TIMESTAMP(9) WITH TIME ZONE
);

CREATE INDEX IF NOT EXISTS outbox_due ON outbox (state, due_at);

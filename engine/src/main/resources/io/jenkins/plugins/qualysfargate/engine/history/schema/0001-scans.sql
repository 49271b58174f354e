-- Every statement can be run twice: H2 commits each change of the schema at once, so a crash may come between any two.
CREATE TABLE IF NOT EXISTS image (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place VARCHAR(512) NOT NULL UNIQUE
);

-- The columns beside document are what lists and indexes need; document is the whole record without its report.
CREATE TABLE IF NOT EXISTS scan (
    id VARCHAR(64) PRIMARY KEY,
    image_id BIGINT REFERENCES image (id),
    name VARCHAR(512),
    tag VARCHAR(128),
    digest VARCHAR(71),
    platform VARCHAR(128),
    verdict VARCHAR(16) NOT NULL,
    complete BOOLEAN NOT NULL,
    reason VARCHAR(512) NOT NULL,
    count_critical BIGINT,
    count_high BIGINT,
    count_medium BIGINT,
    count_low BIGINT,
    count_informational BIGINT,
    count_unknown BIGINT,
    secrets INTEGER,
    policy_name VARCHAR(512) NOT NULL,
    source VARCHAR(512) NOT NULL,
    scanned_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    judged_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    report CHARACTER(64),
    document BLOB NOT NULL
);

-- Lists: newest first, from the entry on which the page before ended. The trailing columns let a filter be tested on
-- the index entry, without fetching the row.
CREATE INDEX IF NOT EXISTS scan_by_time ON scan (judged_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS scan_by_verdict ON scan (verdict DESC, judged_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS scan_by_image ON scan (image_id DESC, judged_at DESC, id DESC, verdict, tag);
CREATE INDEX IF NOT EXISTS scan_by_digest ON scan (digest DESC, judged_at DESC, id DESC);

-- Cache and baseline: the complete scan that looked at the image last.
CREATE INDEX IF NOT EXISTS complete_by_digest
    ON scan (digest DESC, complete DESC, scanned_at DESC, judged_at DESC, id DESC, platform);
CREATE INDEX IF NOT EXISTS complete_by_image
    ON scan (image_id DESC, complete DESC, scanned_at DESC, judged_at DESC, id DESC, platform, digest, tag);

-- Which scans still need a report file.
CREATE INDEX IF NOT EXISTS scan_by_report ON scan (report);

CREATE TABLE IF NOT EXISTS sighting (
    image_id BIGINT NOT NULL REFERENCES image (id),
    finding VARCHAR(2048) NOT NULL,
    package VARCHAR(2048) NOT NULL,
    first_seen TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (image_id, finding, package)
);

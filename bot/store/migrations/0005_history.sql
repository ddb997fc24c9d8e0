-- The history is paged at any length: a person's jobs are numbered, and their pictures are counted by the shelf.
-- A clock may jump; numbers say in which order jobs were accepted.
ALTER TABLE jobs ADD COLUMN number INTEGER;                    -- 1, 2, 3... of the person's
ALTER TABLE jobs ADD COLUMN shown INTEGER NOT NULL DEFAULT 0;  -- its pictures that are not deleted
ALTER TABLE jobs ADD COLUMN chat TEXT                          -- NULL where the address can't be read
    GENERATED ALWAYS AS (CASE WHEN json_valid(address) THEN json_extract(address, '$.chat') END) VIRTUAL;

DROP INDEX jobs_history;
DROP INDEX jobs_open;

UPDATE jobs SET number = n.number, shown = n.shown
FROM (
    SELECT
        j.rowid AS place,
        row_number() OVER (PARTITION BY j.person ORDER BY j.rowid) AS number,
        (SELECT count(*) FROM images i WHERE i.job = j.id AND NOT i.deleted) AS shown
    FROM jobs j
) n
WHERE jobs.rowid = n.place;

CREATE UNIQUE INDEX jobs_numbered ON jobs(person, number);
CREATE INDEX jobs_shown ON jobs(person, number, shown) WHERE shown > 0;
CREATE INDEX jobs_shown_in ON jobs(person, chat, number, shown) WHERE shown > 0;
CREATE INDEX jobs_open_of ON jobs(person, number) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_open ON jobs(platform) WHERE state IN ('queued', 'running');

CREATE TABLE shelves (                   -- a person's pictures, counted by 512 of their jobs
    person TEXT NOT NULL,
    chat TEXT NOT NULL,                  -- where they were made; '' counts them all
    shelf INTEGER NOT NULL,              -- jobs.number / 512
    pictures INTEGER NOT NULL,
    PRIMARY KEY (person, chat, shelf)
) WITHOUT ROWID;

INSERT INTO shelves
SELECT person, '', number / 512, sum(shown) FROM jobs WHERE shown > 0 GROUP BY person, number / 512;
INSERT INTO shelves
SELECT person, chat, number / 512, sum(shown) FROM jobs WHERE shown > 0 AND chat <> ''
GROUP BY person, chat, number / 512;

CREATE TRIGGER job_numbered AFTER INSERT ON jobs BEGIN
    UPDATE jobs SET number = (SELECT coalesce(max(number), 0) + 1 FROM jobs WHERE person = new.person)
    WHERE rowid = new.rowid;
END;

CREATE TRIGGER image_added AFTER INSERT ON images BEGIN
    UPDATE jobs SET shown = shown + (NOT new.deleted) WHERE id = new.job;
END;

CREATE TRIGGER image_changed AFTER UPDATE OF deleted ON images BEGIN
    UPDATE jobs SET shown = shown + (NOT new.deleted) - (NOT old.deleted) WHERE id = new.job;
END;

CREATE TRIGGER image_removed AFTER DELETE ON images BEGIN
    UPDATE jobs SET shown = shown - (NOT old.deleted) WHERE id = old.job;
END;

CREATE TRIGGER pictures_counted AFTER UPDATE OF shown ON jobs BEGIN
    INSERT INTO shelves VALUES (new.person, '', new.number / 512, new.shown - old.shown)
    ON CONFLICT DO UPDATE SET pictures = pictures + excluded.pictures;
    INSERT INTO shelves
    SELECT new.person, new.chat, new.number / 512, new.shown - old.shown WHERE new.chat <> ''
    ON CONFLICT DO UPDATE SET pictures = pictures + excluded.pictures;
END;

-- The chat whose rules hold where a job was asked for: of a thread the channel that it is in.
ALTER TABLE jobs ADD COLUMN place TEXT
    GENERATED ALWAYS AS (
        CASE WHEN json_valid(address)
        THEN coalesce(json_extract(address, '$.data.within'), json_extract(address, '$.chat')) END
    ) VIRTUAL;

DROP INDEX jobs_counted_of;
DROP INDEX jobs_counted_in;
CREATE INDEX jobs_counted_of ON jobs(person, place, platform, created, pictures, work) WHERE pictures > 0;
CREATE INDEX jobs_counted_in ON jobs(place, platform, created, pictures, work) WHERE pictures > 0;

DROP TRIGGER job_tallied;
CREATE TRIGGER job_tallied AFTER INSERT ON jobs BEGIN
    INSERT OR IGNORE INTO chats SELECT new.platform, new.chat WHERE new.chat <> '';
    INSERT INTO tallies SELECT '', '', CAST(new.created / 86400 AS INTEGER), new.person, 1, 0 WHERE true
    ON CONFLICT DO UPDATE SET jobs = jobs + 1;
    INSERT INTO tallies
    SELECT new.platform, new.place, CAST(new.created / 86400 AS INTEGER), new.person, 1, 0 WHERE new.place <> ''
    ON CONFLICT DO UPDATE SET jobs = jobs + 1;
END;

DROP TRIGGER image_tallied;
CREATE TRIGGER image_tallied AFTER INSERT ON images BEGIN
    UPDATE tallies SET pictures = pictures + 1
    WHERE platform = '' AND chat = ''
    AND (day, person) = (SELECT CAST(created / 86400 AS INTEGER), person FROM jobs WHERE id = new.job);
    UPDATE tallies SET pictures = pictures + 1
    WHERE (platform, chat, day, person)
    = (SELECT platform, place, CAST(created / 86400 AS INTEGER), person FROM jobs WHERE id = new.job);
END;

-- A job's number that is none must not stand in the way of all that the person asks for later, nor of its pictures.
DROP TRIGGER job_numbered;
CREATE TRIGGER job_numbered AFTER INSERT ON jobs BEGIN
    UPDATE OR IGNORE jobs SET number = 1 + coalesce((
        SELECT CAST(number AS INTEGER) FROM jobs
        WHERE person = new.person AND number BETWEEN 1 AND 9007199254740992 ORDER BY number DESC LIMIT 1
    ), 0)
    WHERE rowid = new.rowid;
END;

DROP TRIGGER pictures_counted;
CREATE TRIGGER pictures_counted AFTER UPDATE OF shown ON jobs WHEN typeof(new.number) = 'integer' BEGIN
    INSERT INTO shelves VALUES (new.person, '', new.number / 512, coalesce(new.shown - old.shown, 0))
    ON CONFLICT DO UPDATE SET pictures = pictures + excluded.pictures;
    INSERT INTO shelves
    SELECT new.person, new.chat, new.number / 512, coalesce(new.shown - old.shown, 0) WHERE new.chat <> ''
    ON CONFLICT DO UPDATE SET pictures = pictures + excluded.pictures;
END;

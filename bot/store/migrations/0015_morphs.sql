-- A morph is one thing to look at, however many frames it has: the history counts it once, while any frame is there.
ALTER TABLE jobs ADD COLUMN moving INTEGER                     -- whether its pictures are frames
    GENERATED ALWAYS AS (
        CASE WHEN json_valid(recipe) THEN json_extract(recipe, '$.sweep[0].place') IS NOT NULL ELSE 0 END
    ) VIRTUAL;

DROP TRIGGER image_added;
CREATE TRIGGER image_added AFTER INSERT ON images BEGIN
    UPDATE jobs SET shown = CASE
        WHEN moving THEN EXISTS (SELECT 1 FROM images WHERE job = new.job AND NOT deleted)
        ELSE shown + (NOT new.deleted)
    END
    WHERE id = new.job AND mode <> 'find';
END;

DROP TRIGGER image_changed;
CREATE TRIGGER image_changed AFTER UPDATE OF deleted ON images BEGIN
    UPDATE jobs SET shown = CASE
        WHEN moving THEN EXISTS (SELECT 1 FROM images WHERE job = new.job AND NOT deleted)
        ELSE shown + (NOT new.deleted) - (NOT old.deleted)
    END
    WHERE id = new.job AND mode <> 'find';
END;

DROP TRIGGER image_removed;
CREATE TRIGGER image_removed AFTER DELETE ON images BEGIN
    UPDATE jobs SET shown = CASE
        WHEN moving THEN EXISTS (SELECT 1 FROM images WHERE job = old.job AND NOT deleted)
        ELSE shown - (NOT old.deleted)
    END
    WHERE id = old.job AND mode <> 'find';
END;

UPDATE jobs SET shown = 1 WHERE shown > 1 AND moving;

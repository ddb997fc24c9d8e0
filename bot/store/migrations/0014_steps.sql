-- A mask of what was looked for in a picture is a step on the way to another one: no history counts it.
DROP TRIGGER image_added;
CREATE TRIGGER image_added AFTER INSERT ON images BEGIN
    UPDATE jobs SET shown = shown + (NOT new.deleted) WHERE id = new.job AND mode <> 'find';
END;

DROP TRIGGER image_changed;
CREATE TRIGGER image_changed AFTER UPDATE OF deleted ON images BEGIN
    UPDATE jobs SET shown = shown + (NOT new.deleted) - (NOT old.deleted) WHERE id = new.job AND mode <> 'find';
END;

DROP TRIGGER image_removed;
CREATE TRIGGER image_removed AFTER DELETE ON images BEGIN
    UPDATE jobs SET shown = shown - (NOT old.deleted) WHERE id = old.job AND mode <> 'find';
END;

UPDATE jobs SET shown = 0 WHERE mode = 'find' AND shown <> 0;

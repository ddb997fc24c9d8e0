-- What only buttons need goes by its age: of each person the newest are kept. Whose chat is forgotten, it goes by that.
ALTER TABLE offers ADD COLUMN made REAL NOT NULL DEFAULT 0;  -- seconds since 1970
DROP INDEX offers_to;
CREATE INDEX offers_to ON offers(person, made);
CREATE INDEX offers_in ON offers(platform, chat);

ALTER TABLE lists ADD COLUMN made REAL NOT NULL DEFAULT 0;   -- when it was last asked for
DROP INDEX lists_of;
CREATE INDEX lists_of ON lists(person, made);
CREATE INDEX lists_in ON lists(platform, chat);

CREATE INDEX drafts_of ON drafts(person, made);
CREATE INDEX drafts_in ON drafts(platform, chat, message);

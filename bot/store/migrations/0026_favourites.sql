-- What people like best: their own pictures and others' that they were shown, in the order in which they chose them.
CREATE TABLE favourites (
    person TEXT NOT NULL,                -- whose favourite it is, "telegram:123"
    job TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    idx INTEGER NOT NULL,                -- which of its pictures; -1 is what is put together of all of them
    number INTEGER NOT NULL,             -- 1, 2, 3... of the person's
    PRIMARY KEY (person, job, idx)
) WITHOUT ROWID;
CREATE UNIQUE INDEX favourites_numbered ON favourites(person, number);
CREATE INDEX favourites_of ON favourites(job);

CREATE TABLE lists (                     -- what somebody leafs through besides the history
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,                -- who alone turns its pages
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,                  -- where its pages are, and nowhere else
    sought TEXT NOT NULL                 -- JSON: bot.store.lists.Sought
) WITHOUT ROWID;
CREATE INDEX lists_of ON lists(person);

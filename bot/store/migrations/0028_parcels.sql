-- What somebody can fetch by a link, for a day: what was packed for them and is too large for their chat.
CREATE TABLE parcels (
    secret TEXT PRIMARY KEY,             -- the hash of what the link says
    person TEXT NOT NULL,                -- whose pictures are in it, "telegram:123"
    file TEXT NOT NULL,                  -- relative to the data folder
    name TEXT NOT NULL,                  -- what the file is called when it is fetched
    ends REAL NOT NULL                   -- seconds since 1970
) WITHOUT ROWID;
CREATE INDEX parcels_of ON parcels(person);
CREATE INDEX parcels_end ON parcels(ends);

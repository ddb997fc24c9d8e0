-- Pictures that somebody shows to whoever has their link, for a while.
CREATE TABLE shares (
    secret TEXT PRIMARY KEY,             -- the hash of what the link says
    job TEXT NOT NULL REFERENCES jobs(id) ON DELETE CASCADE,
    idx INTEGER NOT NULL,                -- which of its pictures
    ends REAL NOT NULL                   -- seconds since 1970
) WITHOUT ROWID;
CREATE INDEX shares_job ON shares(job, idx, ends);
CREATE INDEX shares_end ON shares(ends);

-- Browsers in which another platform has vouched for somebody: its Mini App, its sign-in.
CREATE TABLE sessions (
    secret TEXT PRIMARY KEY,             -- the hash of what the browser's cookie says
    person TEXT NOT NULL,                -- "telegram:123"
    name TEXT NOT NULL,
    language TEXT,                       -- as that platform tells it
    proof TEXT NOT NULL UNIQUE,          -- the hash of what vouched for them: it is good once
    ends REAL NOT NULL                   -- seconds since 1970
) WITHOUT ROWID;
CREATE INDEX sessions_end ON sessions(ends);
CREATE INDEX sessions_of ON sessions(person);

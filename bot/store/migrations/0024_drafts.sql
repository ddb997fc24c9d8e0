CREATE TABLE drafts (                    -- pictures that somebody is still choosing things for, by a message's buttons
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL,                -- whose it is
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,                  -- where its message is
    message TEXT,                        -- that, once it is out
    made REAL NOT NULL,
    waits INTEGER NOT NULL DEFAULT 1,    -- whether it still waits for its words
    asked TEXT NOT NULL                  -- JSON: what is chosen, and the picture that is edited
) WITHOUT ROWID;
CREATE INDEX drafts_newest ON drafts(person, platform, chat, made);

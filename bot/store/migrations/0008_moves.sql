CREATE TABLE moves (                     -- groups that have become supergroups: who is let in there still is
    platform TEXT NOT NULL,
    new TEXT NOT NULL,                   -- the chat's id now
    chat TEXT NOT NULL,                  -- its id before
    UNIQUE (platform, new)
);

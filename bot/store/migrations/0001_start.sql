CREATE TABLE people (
    key TEXT PRIMARY KEY,                -- "telegram:123"
    name TEXT NOT NULL DEFAULT '',
    platform_language TEXT,              -- as the platform last told
    language TEXT,                       -- as the person chose, NULL until they do
    seen REAL NOT NULL
);

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    person TEXT NOT NULL REFERENCES people(key),
    address TEXT NOT NULL,               -- JSON: bot.messages.Address
    platform TEXT NOT NULL,
    origin TEXT,                         -- the platform's own id of the event that asked for it, where it has one
    status TEXT,                         -- JSON: bot.messages.Receipt of the status message
    mode TEXT NOT NULL,
    prompt TEXT NOT NULL,                -- as typed
    raw INTEGER NOT NULL DEFAULT 0,      -- no translation wanted
    translation TEXT,                    -- JSON: bot.ports.Translation, NULL until translated
    negative TEXT NOT NULL DEFAULT '',   -- in English, once translated
    recipe TEXT NOT NULL,                -- JSON: engine.api.recipe.Recipe, negative as typed
    source TEXT,                         -- file of the picture it starts from
    parent TEXT REFERENCES jobs(id),     -- the job whose picture or recipe it came from
    state TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'running', 'done', 'failed', 'cancelled')),
    error TEXT,                          -- JSON: code and facts, for failed ones
    created REAL NOT NULL,
    finished REAL,
    seconds REAL
);
CREATE UNIQUE INDEX jobs_origin ON jobs(platform, origin);
CREATE INDEX jobs_open ON jobs(platform, state, created) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_history ON jobs(person, created DESC);

CREATE TABLE images (
    job TEXT NOT NULL REFERENCES jobs(id),
    idx INTEGER NOT NULL,
    seed INTEGER NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    file TEXT NOT NULL,                  -- relative to the data folder
    deleted INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (job, idx)
) WITHOUT ROWID;

CREATE TABLE deliveries (
    job TEXT PRIMARY KEY REFERENCES jobs(id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'unreachable')),
    attempts INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,                        -- JSON: bot.messages.Receipt
    changed REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX deliveries_open ON deliveries(state) WHERE state IN ('waiting', 'sending');

CREATE TABLE messages (                  -- which of our messages shows what, so that replies are understood
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    message TEXT NOT NULL,
    job TEXT NOT NULL REFERENCES jobs(id),
    idx INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'edit')),
    PRIMARY KEY (platform, chat, message)
) WITHOUT ROWID;
CREATE INDEX messages_job ON messages(job);

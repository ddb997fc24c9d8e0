-- What admins do: the lists of their chats, who is kept out and where nothing new is taken, and the log of it all.
-- A place is a chat; '' and '' stand for everywhere.
CREATE TABLE rules (                     -- the lists of chats
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    list TEXT NOT NULL,                  -- allow, block, spoiler or report
    line TEXT NOT NULL,
    PRIMARY KEY (platform, chat, list, line)
) WITHOUT ROWID;

CREATE TABLE bans (
    person TEXT NOT NULL,                -- "telegram:123"; they may be nobody we have met
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    PRIMARY KEY (person, platform, chat)
) WITHOUT ROWID;

CREATE TABLE pauses (                    -- where no new job is taken
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    PRIMARY KEY (platform, chat)
) WITHOUT ROWID;

CREATE TABLE acts (                      -- the audit log: nothing takes a row out of it
    id INTEGER PRIMARY KEY,
    at REAL NOT NULL,
    person TEXT NOT NULL,                -- whose act it was
    name TEXT NOT NULL,                  -- what they were called then
    platform TEXT NOT NULL,              -- the place that it was about
    chat TEXT NOT NULL,
    what TEXT NOT NULL,                  -- bot.store.moderation.What
    about TEXT NOT NULL
);
CREATE INDEX acts_in ON acts(platform, chat, id);

CREATE TABLE reports (                   -- one for each job that somebody, or a list, has told admins of
    job TEXT PRIMARY KEY REFERENCES jobs(id) ON DELETE CASCADE,
    idx INTEGER NOT NULL,                -- which of its pictures
    person TEXT NOT NULL,                -- who told; '' for a list
    line TEXT NOT NULL,                  -- the line that found it, or ''
    at REAL NOT NULL,
    told INTEGER NOT NULL DEFAULT 0,     -- whether the admins have been written to
    state TEXT NOT NULL DEFAULT 'open'   -- or remove, warn, ban, dismiss
) WITHOUT ROWID;
CREATE INDEX reports_untold ON reports(at) WHERE told = 0;
CREATE INDEX reports_open_of ON reports(person) WHERE state = 'open';
CREATE INDEX reports_open ON reports(at) WHERE state = 'open';

CREATE TABLE chats (                     -- where anything was ever asked for
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    PRIMARY KEY (platform, chat)
) WITHOUT ROWID;
INSERT OR IGNORE INTO chats SELECT DISTINCT platform, chat FROM jobs WHERE chat <> '';

CREATE TABLE posts (                     -- what goes to many chats, each once
    id INTEGER PRIMARY KEY,
    broadcast INTEGER NOT NULL,          -- the act that it is of
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',  -- sending from before it goes out; sent, unreachable or stopped
    UNIQUE (broadcast, platform, chat)
);
CREATE INDEX posts_waiting ON posts(platform, id) WHERE state = 'waiting';

CREATE TABLE tallies (                   -- who uses how much, by the day
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    day INTEGER NOT NULL,                -- since 1970, in UTC
    person TEXT NOT NULL,
    jobs INTEGER NOT NULL DEFAULT 0,
    pictures INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (platform, chat, day, person)
) WITHOUT ROWID;
INSERT OR IGNORE INTO tallies
SELECT '', '', CAST(j.created / 86400 AS INTEGER), j.person, count(DISTINCT j.id), count(i.job)
FROM jobs j LEFT JOIN images i ON i.job = j.id GROUP BY j.person, CAST(j.created / 86400 AS INTEGER);
INSERT OR IGNORE INTO tallies
SELECT j.platform, j.chat, CAST(j.created / 86400 AS INTEGER), j.person, count(DISTINCT j.id), count(i.job)
FROM jobs j LEFT JOIN images i ON i.job = j.id WHERE j.chat <> ''
GROUP BY j.platform, j.chat, j.person, CAST(j.created / 86400 AS INTEGER);

CREATE TRIGGER job_tallied AFTER INSERT ON jobs BEGIN
    INSERT OR IGNORE INTO chats SELECT new.platform, new.chat WHERE new.chat <> '';
    INSERT INTO tallies SELECT '', '', CAST(new.created / 86400 AS INTEGER), new.person, 1, 0 WHERE true
    ON CONFLICT DO UPDATE SET jobs = jobs + 1;
    INSERT INTO tallies
    SELECT new.platform, new.chat, CAST(new.created / 86400 AS INTEGER), new.person, 1, 0 WHERE new.chat <> ''
    ON CONFLICT DO UPDATE SET jobs = jobs + 1;
END;

CREATE TRIGGER image_tallied AFTER INSERT ON images BEGIN
    UPDATE tallies SET pictures = pictures + 1
    WHERE platform = '' AND chat = ''
    AND (day, person) = (SELECT CAST(created / 86400 AS INTEGER), person FROM jobs WHERE id = new.job);
    UPDATE tallies SET pictures = pictures + 1
    WHERE (platform, chat, day, person)
    = (SELECT platform, chat, CAST(created / 86400 AS INTEGER), person FROM jobs WHERE id = new.job);
END;

-- A list says that its pictures hide until they are tapped.
ALTER TABLE jobs ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;

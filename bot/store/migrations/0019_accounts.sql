-- One person on several platforms: what is theirs goes by the account's key, which is the key of one of them.
ALTER TABLE people ADD COLUMN account TEXT;                   -- the account's key where it is another's, NULL for their own
CREATE INDEX people_of ON people(account) WHERE account IS NOT NULL;

ALTER TABLE jobs ADD COLUMN asker TEXT NOT NULL DEFAULT '';   -- who of the account asked; '' is whom it is named after
CREATE INDEX jobs_asked_in ON jobs(person, chat, number) WHERE chat <> '';  -- the page's chat shows what was asked for there

CREATE TABLE codes (                     -- that join two accounts, each once and for a short while
    person TEXT PRIMARY KEY,             -- who was given it, on which platform
    code TEXT NOT NULL UNIQUE,           -- a hash of it
    until REAL NOT NULL                  -- seconds since 1970
) WITHOUT ROWID;

CREATE INDEX tallies_of ON tallies(person);

-- How much each may ask for in an hour and in a day. A job says itself what it counts as: what fails counts as nothing,
-- and there is no sum that could come to differ from what was asked for.
ALTER TABLE jobs ADD COLUMN rank TEXT NOT NULL DEFAULT '';        -- the class of its person when it was asked for
ALTER TABLE jobs ADD COLUMN pictures INTEGER NOT NULL DEFAULT 0;  -- that it counts as
ALTER TABLE jobs ADD COLUMN work REAL NOT NULL DEFAULT 0;         -- 1 is a picture of 512 x 512 pixels and 20 steps
CREATE INDEX jobs_counted ON jobs(person, created, pictures, work) WHERE pictures > 0;
CREATE INDEX jobs_counted_of ON jobs(person, chat, platform, created, pictures, work) WHERE pictures > 0;
CREATE INDEX jobs_counted_in ON jobs(chat, platform, created, pictures, work) WHERE pictures > 0;

CREATE TABLE limits (                    -- what admins allow, beside the operator's file
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,                  -- '' and '' are everywhere
    person TEXT NOT NULL,                -- "telegram:123"; '' is all of the chat together
    span TEXT NOT NULL,                  -- hour or day
    pictures INTEGER NOT NULL,
    PRIMARY KEY (platform, chat, person, span)
) WITHOUT ROWID;

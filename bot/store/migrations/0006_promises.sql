CREATE TABLE promises (                  -- what a platform has said that it will answer, until it has
    platform TEXT NOT NULL,
    event TEXT NOT NULL,                 -- the platform's own id of what came in
    asked TEXT NOT NULL,                 -- JSON in the platform's own form: all that answering takes
    tries INTEGER NOT NULL DEFAULT 0,    -- starts of the program that have tried to keep it
    UNIQUE (platform, event)
);

CREATE TABLE offers (                    -- pictures that a button of a message draws, as asked for
    id TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,                  -- where the button is, and nowhere else
    asked TEXT NOT NULL                  -- JSON: a prompt and its parameters, or a job's picture
) WITHOUT ROWID;

CREATE TABLE inputs (                    -- the pictures that a job was given, by their names in its mode
    job TEXT NOT NULL REFERENCES jobs(id),
    name TEXT NOT NULL,
    file TEXT NOT NULL,                  -- relative to the data folder
    PRIMARY KEY (job, name)
) WITHOUT ROWID;
INSERT INTO inputs (job, name, file) SELECT id, 'image', source FROM jobs WHERE source IS NOT NULL;
ALTER TABLE jobs DROP COLUMN source;

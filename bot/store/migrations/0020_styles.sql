CREATE TABLE styles (                    -- how people's own pictures look, as they have kept it
    person TEXT NOT NULL,                -- "telegram:123"
    name TEXT NOT NULL,                  -- what --style takes
    said TEXT NOT NULL,                  -- JSON, as the files in STYLES_DIR have it
    PRIMARY KEY (person, name)
) WITHOUT ROWID;

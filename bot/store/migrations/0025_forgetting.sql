-- Whoever wants that is forgotten. What is left of them says nothing: messages to take away, and what they have used up.
CREATE TABLE farewells (                 -- messages of ours that showed what is forgotten, until they are taken away
    id INTEGER PRIMARY KEY,
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    message TEXT NOT NULL
);
CREATE INDEX farewells_on ON farewells(platform, id);

CREATE TABLE spent (                     -- what somebody had asked for before they were forgotten, for a day
    person TEXT NOT NULL,                -- a hash, until they come back
    platform TEXT NOT NULL,
    place TEXT NOT NULL,
    created REAL NOT NULL,
    pictures INTEGER NOT NULL,
    work REAL NOT NULL
);
CREATE INDEX spent_by ON spent(person, created);
CREATE INDEX spent_in ON spent(place, platform, created);

ALTER TABLE offers ADD COLUMN person TEXT NOT NULL DEFAULT '';  -- who was offered it
CREATE INDEX offers_to ON offers(person);
CREATE INDEX jobs_made_of ON jobs(parent) WHERE parent IS NOT NULL;

-- What providers answered, and what people put in their place. `text` is the prompt as `normalise` leaves it.
-- A person's correction has the provider 'person' and an empty language; `person` is '' where it holds for everyone.
CREATE TABLE translations (
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  provider TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  english TEXT NOT NULL,
  used_at INTEGER NOT NULL, -- nanoseconds since 1970
  PRIMARY KEY (text, language, provider, person)
) WITHOUT ROWID;
CREATE INDEX translations_by_use ON translations (provider = 'person', person, used_at);

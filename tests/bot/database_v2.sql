-- A data folder's database as the version before pictures had names left it (user_version 2):
-- delivered jobs from words and from pictures, a result that waits to be delivered, two jobs in the queue.
BEGIN TRANSACTION;
CREATE TABLE deliveries (
    job TEXT PRIMARY KEY REFERENCES jobs(id),
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'unreachable')),
    attempts INTEGER NOT NULL DEFAULT 0,
    receipt TEXT,                        -- JSON: bot.messages.Receipt
    changed REAL NOT NULL
) WITHOUT ROWID;
INSERT INTO "deliveries" VALUES('1c8ad0398c30e72c','waiting',1,NULL,1.79565120476536202432e+09);
INSERT INTO "deliveries" VALUES('28598cec34a43915','sent',1,'{"platform":"fake","chat":"room","messages":["4"],"data":{}}',1.79565120465964031225e+09);
INSERT INTO "deliveries" VALUES('b41b09884e078122','sent',1,'{"platform":"fake","chat":"room","messages":["6","7"],"data":{}}',1.79565120473188948634e+09);
INSERT INTO "deliveries" VALUES('e54cb682e60c86f6','sent',1,'{"platform":"fake","chat":"room","messages":["2"],"data":{}}',1795651204.58818);
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
INSERT INTO "images" VALUES('1c8ad0398c30e72c',0,4,128,128,'pictures/1c/1c8ad0398c30e72c-0.png',0);
INSERT INTO "images" VALUES('28598cec34a43915',0,2,128,128,'pictures/28/28598cec34a43915-0.png',0);
INSERT INTO "images" VALUES('b41b09884e078122',0,3,128,128,'pictures/b4/b41b09884e078122-0.png',0);
INSERT INTO "images" VALUES('b41b09884e078122',1,4,128,128,'pictures/b4/b41b09884e078122-1.png',0);
INSERT INTO "images" VALUES('e54cb682e60c86f6',0,1,128,128,'pictures/e5/e54cb682e60c86f6-0.png',0);
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
INSERT INTO "jobs" VALUES('e54cb682e60c86f6','fake:alice','{"platform":"fake","chat":"room","message":"1","data":{}}','fake',NULL,'{"platform":"fake","chat":"room","messages":["1"],"data":{}}','text','a fox',0,'{"original": "a fox", "english": "a fox", "language": "en", "outcome": "unchanged", "provider": null, "confidence": 1.0, "kept": []}','','{"model":"starter","width":64,"height":64,"scale":2,"steps":4,"cfg":2.5,"sampler":"dpmpp_2m_karras","seed":1,"count":1,"strength":1.0,"negative":""}',NULL,NULL,'done',NULL,1795651204.51467,1.79565120457767796518e+09,0.0);
INSERT INTO "jobs" VALUES('28598cec34a43915','fake:alice','{"platform":"fake","chat":"room","message":"1","data":{}}','fake',NULL,'{"platform":"fake","chat":"room","messages":["3"],"data":{}}','image','in the snow',0,'{"original": "in the snow", "english": "in the snow", "language": "en", "outcome": "unchanged", "provider": null, "confidence": 1.0, "kept": []}','','{"model":"starter","width":64,"height":64,"scale":2,"steps":4,"cfg":2.5,"sampler":"dpmpp_2m_karras","seed":2,"count":1,"strength":0.4,"negative":""}','sources/28/28598cec34a43915.png','e54cb682e60c86f6','done',NULL,1.79565120461403155329e+09,1.79565120464167141912e+09,0.0);
INSERT INTO "jobs" VALUES('b41b09884e078122','fake:alice','{"platform":"fake","chat":"room","message":"1","data":{}}','fake',NULL,'{"platform":"fake","chat":"room","messages":["5"],"data":{}}','image','a lake',0,'{"original": "a lake", "english": "a lake", "language": "en", "outcome": "unchanged", "provider": null, "confidence": 1.0, "kept": []}','','{"model":"starter","width":64,"height":64,"scale":2,"steps":4,"cfg":2.5,"sampler":"dpmpp_2m_karras","seed":3,"count":2,"strength":0.6,"negative":""}','sources/b4/b41b09884e078122.png',NULL,'done',NULL,1.79565120469415116311e+09,1.79565120471919584276e+09,0.0);
INSERT INTO "jobs" VALUES('1c8ad0398c30e72c','fake:alice','{"platform":"fake","chat":"room","message":"1","data":{}}','fake',NULL,NULL,'text','a kite',0,'{"original": "a kite", "english": "a kite", "language": "en", "outcome": "unchanged", "provider": null, "confidence": 1.0, "kept": []}','','{"model":"starter","width":64,"height":64,"scale":2,"steps":4,"cfg":2.5,"sampler":"dpmpp_2m_karras","seed":4,"count":1,"strength":1.0,"negative":""}',NULL,NULL,'done',NULL,1.79565120474652218816e+09,1.79565120476295542713e+09,0.0);
INSERT INTO "jobs" VALUES('b56687276cb89a16','fake:alice','{"platform":"fake","chat":"room","message":"1","data":{}}','fake',NULL,NULL,'text','a tree',0,'{"original": "a tree", "english": "a tree", "language": "en", "outcome": "unchanged", "provider": null, "confidence": 1.0, "kept": []}','','{"model":"starter","width":64,"height":64,"scale":2,"steps":4,"cfg":2.5,"sampler":"dpmpp_2m_karras","seed":5,"count":1,"strength":1.0,"negative":""}',NULL,NULL,'running',NULL,1.79565120480083799357e+09,NULL,NULL);
INSERT INTO "jobs" VALUES('403412d1c83e76ff','fake:alice','{"platform":"fake","chat":"room","message":"1","data":{}}','fake',NULL,NULL,'image','a boat',0,'{"original": "a boat", "english": "a boat", "language": "en", "outcome": "unchanged", "provider": null, "confidence": 1.0, "kept": []}','','{"model":"starter","width":64,"height":64,"scale":2,"steps":4,"cfg":2.5,"sampler":"dpmpp_2m_karras","seed":6,"count":1,"strength":0.6,"negative":""}','sources/40/403412d1c83e76ff.png',NULL,'queued',NULL,1.795651204811820507e+09,NULL,NULL);
CREATE TABLE messages (                  -- which of our messages shows what, so that replies are understood
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    message TEXT NOT NULL,
    job TEXT NOT NULL REFERENCES jobs(id),
    idx INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL CHECK (kind IN ('picture', 'edit')),
    PRIMARY KEY (platform, chat, message)
) WITHOUT ROWID;
INSERT INTO "messages" VALUES('fake','room','2','e54cb682e60c86f6',0,'picture');
INSERT INTO "messages" VALUES('fake','room','4','28598cec34a43915',0,'picture');
INSERT INTO "messages" VALUES('fake','room','6','b41b09884e078122',0,'picture');
INSERT INTO "messages" VALUES('fake','room','7','b41b09884e078122',1,'picture');
CREATE TABLE people (
    key TEXT PRIMARY KEY,                -- "telegram:123"
    name TEXT NOT NULL DEFAULT '',
    platform_language TEXT,              -- as the platform last told
    language TEXT,                       -- as the person chose, NULL until they do
    seen REAL NOT NULL
);
INSERT INTO "people" VALUES('fake:alice','Alice','en',NULL,1.79565120480702543259e+09);
CREATE TABLE translations (
  text TEXT NOT NULL,
  language TEXT NOT NULL,
  provider TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  english TEXT NOT NULL,
  used_at INTEGER NOT NULL, -- nanoseconds since 1970
  PRIMARY KEY (text, language, provider, person)
) WITHOUT ROWID;
CREATE UNIQUE INDEX jobs_origin ON jobs(platform, origin);
CREATE INDEX jobs_open ON jobs(platform, state, created) WHERE state IN ('queued', 'running');
CREATE INDEX jobs_history ON jobs(person, created DESC);
CREATE INDEX deliveries_open ON deliveries(state) WHERE state IN ('waiting', 'sending');
CREATE INDEX messages_job ON messages(job);
CREATE INDEX translations_by_use ON translations (provider = 'person', person, used_at);
COMMIT;
PRAGMA user_version=2;

-- Every message of ours is noted, so that a button acts on the kind of message that it is made for.
-- Which kinds there are says bot.messages.Kind.
ALTER TABLE messages RENAME TO earlier_messages;
DROP INDEX messages_job;

CREATE TABLE messages (
    platform TEXT NOT NULL,
    chat TEXT NOT NULL,
    message TEXT NOT NULL,
    job TEXT REFERENCES jobs(id),        -- what it shows; NULL where that is no job
    idx INTEGER NOT NULL DEFAULT 0,
    kind TEXT NOT NULL,
    PRIMARY KEY (platform, chat, message)
) WITHOUT ROWID;
CREATE INDEX messages_job ON messages(job);

-- A picture that is not its job's result is a page of the history, or was shown again from one.
INSERT INTO messages
SELECT m.platform, m.chat, m.message, m.job, m.idx, CASE
    WHEN m.kind = 'picture' AND NOT EXISTS (
        SELECT 1 FROM deliveries d, json_each(CASE WHEN json_valid(d.receipt) THEN d.receipt END, '$.messages') r
        WHERE d.job = m.job AND r.value = m.message
    ) THEN 'page'
    ELSE m.kind
END
FROM earlier_messages m;

INSERT OR IGNORE INTO messages
SELECT json_extract(j.status, '$.platform'), json_extract(j.status, '$.chat'), r.value, j.id, 0, 'status'
FROM jobs j, json_each(CASE WHEN json_valid(j.status) THEN j.status END, '$.messages') r;

DROP TABLE earlier_messages;

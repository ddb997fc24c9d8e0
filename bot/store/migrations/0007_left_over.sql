-- A status message that nobody took away is found by its note, so notes of those that are gone go too. Earlier versions
-- kept them all: of results that arrived, the newest thousand may have left one.
DELETE FROM messages WHERE kind = 'status' AND job IN (
    SELECT j.id FROM jobs j JOIN deliveries d ON d.job = j.id WHERE d.state = 'sent'
    ORDER BY j.rowid DESC LIMIT -1 OFFSET 1000
);
CREATE INDEX messages_alive ON messages(job) WHERE kind = 'status';

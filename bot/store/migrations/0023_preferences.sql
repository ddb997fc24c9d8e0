CREATE TABLE preferences (               -- what people and chats want unless somebody says otherwise
    owner TEXT NOT NULL,                 -- a person's key, or 'chat:' and the platform and id of a chat
    name TEXT NOT NULL,                  -- a parameter, or another thing to choose
    value TEXT NOT NULL,                 -- JSON
    PRIMARY KEY (owner, name)
) WITHOUT ROWID;

-- What is said below the pictures of how they were drawn.
ALTER TABLE jobs ADD COLUMN notices TEXT NOT NULL DEFAULT '';  -- [{"code": ..., "facts": {...}}], or nothing

-- What the safety check said of a picture; nothing where it was not asked.
ALTER TABLE images ADD COLUMN verdict TEXT NOT NULL DEFAULT '';  -- fine, unfit or unchecked

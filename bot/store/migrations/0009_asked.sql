-- What a model has no size for is said below the picture.
ALTER TABLE jobs ADD COLUMN asked TEXT NOT NULL DEFAULT '';  -- the size or ratio that was asked for, where it was another

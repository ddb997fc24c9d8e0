-- Pictures are deleted for their age, or for want of space: the oldest that arrived and may have files are found at once.
ALTER TABLE deliveries ADD COLUMN cleared INTEGER NOT NULL DEFAULT 0;  -- whether all files of the job were deleted so
CREATE INDEX deliveries_old ON deliveries(changed, job) WHERE state IN ('sent', 'unreachable') AND NOT cleared;

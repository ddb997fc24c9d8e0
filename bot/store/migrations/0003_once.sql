-- What a platform repeats, because it was not told in time that it arrived, is accepted once.
CREATE UNIQUE INDEX jobs_once ON jobs(
    platform, json_extract(address, '$.chat'), json_extract(address, '$.message'), json_extract(address, '$.data.event')
) WHERE json_extract(address, '$.data.event') IS NOT NULL;

-- Numbers of audit rows since the last checkout that belong to another branch than HEAD's, because their session said so by
-- pggit.branch: the live schema has what they did, HEAD's tree has not.
CREATE TABLE IF NOT EXISTS pggit.committed_elsewhere (
    seq bigint PRIMARY KEY
)

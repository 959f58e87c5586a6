-- What a branch is in. DELETED is the word for those that are no longer listed.
DO $$
BEGIN
    IF pg_catalog.to_regtype('pggit.branch_status') IS NULL THEN
        CREATE TYPE pggit.branch_status AS ENUM ('ACTIVE', 'MERGED', 'CONFLICTED', 'DELETED');
    END IF;
END
$$

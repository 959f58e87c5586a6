-- Where HEAD is when it names no branch (branch is HEAD then), and the branch to go back to. marked_seq: the last audit row when
-- pggit.catalog_mark was written; marked_signature: what pggit.catalog_signature() said then.
ALTER TABLE pggit.head
    ADD COLUMN IF NOT EXISTS detached_sha     text,
    ADD COLUMN IF NOT EXISTS previous_branch  text,
    ADD COLUMN IF NOT EXISTS marked_seq       bigint,
    ADD COLUMN IF NOT EXISTS marked_signature bigint

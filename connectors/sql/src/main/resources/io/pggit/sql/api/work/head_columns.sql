-- Where HEAD is when it names no branch (branch is HEAD then), and the branch to go back to.
ALTER TABLE pggit.head
    ADD COLUMN IF NOT EXISTS detached_sha    text,
    ADD COLUMN IF NOT EXISTS previous_branch text

-- Adds a commit.
-- ? integer   ordinal
-- ? text      sha, branch, kind, author, email, recorded_at, summary
-- ? integer   xid, first_seq, last_seq, journal_index
-- ? text      end_lsn, committed_at (may be NULL), tree, application
-- ? integer   line
INSERT INTO commit_entry (ordinal, sha, branch, kind, author, email, recorded_at, summary,
                          xid, first_seq, last_seq, journal_index, end_lsn, committed_at, tree, application, line)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)

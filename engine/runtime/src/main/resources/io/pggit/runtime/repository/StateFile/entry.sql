-- A commit.
-- ? integer   ordinal of the commit
-- rows        at most one
SELECT sha, branch, kind, author, email, recorded_at, summary, xid, first_seq, last_seq, journal_index, end_lsn, committed_at,
       application, tree
  FROM commit_entry
 WHERE ordinal = ?

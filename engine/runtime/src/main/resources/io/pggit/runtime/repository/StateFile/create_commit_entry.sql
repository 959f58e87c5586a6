-- Commits. A parent has a smaller ordinal than its children.
CREATE TABLE commit_entry (
  ordinal       integer PRIMARY KEY,
  sha           text NOT NULL UNIQUE,
  branch        text NOT NULL,
  kind          text NOT NULL,
  author        text NOT NULL,
  email         text NOT NULL,
  recorded_at   text NOT NULL, -- ISO 8601, UTC, microseconds
  summary       text NOT NULL,
  xid           integer NOT NULL,
  first_seq     integer NOT NULL,
  last_seq      integer NOT NULL,
  journal_index integer NOT NULL,
  end_lsn       text NOT NULL,
  committed_at  text,
  tree          text NOT NULL,
  application   text NOT NULL, -- what the session called itself
  line          integer NOT NULL -- first commit of the run of commits on one branch it belongs to
) STRICT

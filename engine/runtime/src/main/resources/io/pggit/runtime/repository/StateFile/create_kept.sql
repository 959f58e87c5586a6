-- Commits that stay although no branch or tag may reach them: tips of branches that are gone, and what was committed while
-- HEAD named no branch.
CREATE TABLE kept (
  ordinal integer PRIMARY KEY
) STRICT

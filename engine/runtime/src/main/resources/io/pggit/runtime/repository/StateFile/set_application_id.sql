-- Marks a file as the state of a pgGit repository ("pggR").
PRAGMA application_id = 1885824850

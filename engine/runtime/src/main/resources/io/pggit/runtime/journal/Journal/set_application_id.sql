-- Marks a file as a pgGit journal ("pggJ").
PRAGMA application_id = 1885824842

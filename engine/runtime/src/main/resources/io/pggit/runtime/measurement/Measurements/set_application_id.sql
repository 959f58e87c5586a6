-- Marks a file as the measurements of a pgGit engine ("pggM").
PRAGMA application_id = 1885824845

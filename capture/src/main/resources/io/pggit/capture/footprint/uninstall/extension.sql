-- Removes the extension with its members, where pgGit is one.
DROP EXTENSION IF EXISTS pggit CASCADE;

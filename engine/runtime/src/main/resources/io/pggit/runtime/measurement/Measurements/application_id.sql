-- Which application a file belongs to.
-- rows     one: the number
PRAGMA application_id

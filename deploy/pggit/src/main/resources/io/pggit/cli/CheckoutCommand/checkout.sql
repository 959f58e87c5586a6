-- Makes the live schema that of a revision.
-- ? text     the revision
-- ? boolean  make a branch of that name first
-- ? boolean  also when rows or values are lost
-- rows       one: done (text), a sentence
-- locks      those of the DDL it runs
SELECT pggit.checkout(?::text, ?::boolean, ?::boolean) AS done

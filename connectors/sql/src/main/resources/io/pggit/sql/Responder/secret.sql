-- The keys questions are signed with.
-- rows     one: inner_key, outer_key
-- locks    ACCESS SHARE on pggit.secret
SELECT s.inner_key, s.outer_key FROM pggit.secret AS s

-- All or nothing.
COMMIT;

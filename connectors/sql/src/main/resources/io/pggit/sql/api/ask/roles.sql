-- Who may call what: each role contains the one before. Shared by all databases of a server; nobody is a member at first.
DO $$
DECLARE
    role_ text;
BEGIN
    FOREACH role_ IN ARRAY ARRAY['pggit_reader', 'pggit_developer', 'pggit_admin'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles AS r WHERE r.rolname = role_) THEN
            EXECUTE pg_catalog.format('CREATE ROLE %I NOLOGIN', role_);
        END IF;
    END LOOP;
    IF NOT pg_catalog.pg_has_role('pggit_developer', 'pggit_reader', 'MEMBER') THEN
        GRANT pggit_reader TO pggit_developer;
    END IF;
    IF NOT pg_catalog.pg_has_role('pggit_admin', 'pggit_developer', 'MEMBER') THEN
        GRANT pggit_developer TO pggit_admin;
    END IF;
END
$$

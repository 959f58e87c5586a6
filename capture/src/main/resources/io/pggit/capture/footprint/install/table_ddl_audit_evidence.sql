-- Columns the first footprint did not have: NULL in its rows. Older engines leave them aside.
ALTER TABLE pggit.ddl_audit
    ADD COLUMN IF NOT EXISTS redactions         integer,
    ADD COLUMN IF NOT EXISTS statement_hmac     text,
    ADD COLUMN IF NOT EXISTS statement_exact    boolean,
    ADD COLUMN IF NOT EXISTS authenticated_role text,
    ADD COLUMN IF NOT EXISTS system_user_name   text,
    ADD COLUMN IF NOT EXISTS tls                boolean,
    ADD COLUMN IF NOT EXISTS role_setting       text,
    ADD COLUMN IF NOT EXISTS search_path        text,
    ADD COLUMN IF NOT EXISTS finding            jsonb,
    ADD COLUMN IF NOT EXISTS details            jsonb;

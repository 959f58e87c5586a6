-- Rows of the audit table, whole transactions together. A transaction that depends on another one has a later last
-- row, since it waited for the other's lock: ordered by their last rows, no transaction comes before one it builds on. In a
-- table that was restored from a dump, transaction ids of the former server come again: the time tells them apart.
-- ? bigint no wanted transaction has a row up to this seq
-- ? bigint transactions whose last row is behind this seq
-- ? bigint and not behind this one
-- rows     by transaction, then seq: each column in its text form
-- locks    ACCESS SHARE on pggit.ddl_audit
SELECT a.seq::text, a.xid::text, a.operation, a.event, a.command_tag, a.session_role, a.effective_role,
       a.application_name, a.client_addr, a.client_port::text, a.backend_pid::text,
       a.backend_start::text, a.claims::text, a.transaction_at::text, a.statement_at::text, a.recorded_at::text,
       a.statement, a.context, a.objects::text, a.dropped::text, a.rewrite::text, a.branch,
       a.server_version::text, a.footprint_version,
       a.redactions::text, a.statement_hmac, a.statement_exact::text, a.authenticated_role, a.system_user_name, a.tls::text,
       a.role_setting, a.search_path, a.finding::text, a.details::text
  FROM (
           SELECT r.*, pg_catalog.max(r.seq) OVER (PARTITION BY r.xid, r.transaction_at) AS last_seq
             FROM pggit.ddl_audit AS r
            WHERE r.seq > ?) AS a
 WHERE a.last_seq > ? AND a.last_seq <= ?
 ORDER BY a.last_seq, a.seq

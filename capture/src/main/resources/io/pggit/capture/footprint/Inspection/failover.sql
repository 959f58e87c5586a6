-- What would become of this database's slot if a standby took over.
-- rows     one: major (of the server), standbys (that stream from it now), waits_for (synchronized_standby_slots, NULL before
--          PostgreSQL 17), silent (slots of those that no standby reads, NULL when there are none), carried (whether standbys take the slot along, NULL when there is no slot)
-- locks    ACCESS SHARE on pg_database
SELECT pg_catalog.current_setting('server_version_num')::integer / 10000 AS major,
       (SELECT count(*)
          FROM pg_catalog.pg_stat_replication AS r
         WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_replication_slots AS l
                            WHERE l.active_pid = r.pid AND l.slot_type = 'logical'))::integer AS standbys,
       pg_catalog.current_setting('synchronized_standby_slots', true) AS waits_for,
       (SELECT pg_catalog.string_agg(w.name, ', ')
          FROM pg_catalog.regexp_split_to_table(pg_catalog.current_setting('synchronized_standby_slots', true), '[\s,]+') AS w (name)
         WHERE w.name <> '' AND NOT EXISTS (
                   SELECT FROM pg_catalog.pg_replication_slots AS p
                    WHERE p.slot_name = pg_catalog.btrim(w.name, '"') AND p.slot_type = 'physical' AND p.active)) AS silent,
       -- a column of PostgreSQL 17
       (SELECT coalesce((pg_catalog.to_jsonb(s) ->> 'failover')::boolean, false)
          FROM pg_catalog.pg_replication_slots AS s
          JOIN pg_catalog.pg_database AS d ON d.datname = s.database
         WHERE d.datname = pg_catalog.current_database() AND s.slot_name = 'pggit_' || d.oid) AS carried

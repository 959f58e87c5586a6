-- The statement that makes an empty database with encoding and locale of the current one.
-- ? text   name of the new database
-- rows     one: statement (text)
-- locks    ACCESS SHARE on catalogs only
SELECT pg_catalog.format('CREATE DATABASE %I TEMPLATE template0 ENCODING %L LC_COLLATE %L LC_CTYPE %L', ?::text,
                         pg_catalog.pg_encoding_to_char(d.encoding), d.datcollate, d.datctype)
       || CASE d.datlocprovider
          WHEN 'i' THEN pg_catalog.format(' LOCALE_PROVIDER icu ICU_LOCALE %L', l.locale)
          WHEN 'b' THEN pg_catalog.format(' LOCALE_PROVIDER builtin BUILTIN_LOCALE %L', l.locale)
          ELSE ' LOCALE_PROVIDER libc' END AS statement
  FROM pg_catalog.pg_database AS d
  -- the column has another name from 17 on
 CROSS JOIN LATERAL (SELECT coalesce(pg_catalog.to_jsonb(d) ->> 'datlocale', pg_catalog.to_jsonb(d) ->> 'daticulocale')
                                AS locale) AS l
 WHERE d.datname = pg_catalog.current_database()

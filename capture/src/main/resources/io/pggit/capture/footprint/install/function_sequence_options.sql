-- The options of a sequence, with its defaults written out. Never its value, which is data.
CREATE OR REPLACE FUNCTION pggit.sequence_options(sequence oid) RETURNS jsonb
    LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN (
        SELECT jsonb_build_object(
                   'type', format_type(s.seqtypid, NULL), 'start', s.seqstart, 'increment', s.seqincrement,
                   'min', s.seqmin, 'max', s.seqmax, 'cache', s.seqcache, 'cycle', s.seqcycle)
          FROM pg_sequence AS s WHERE s.seqrelid = sequence);
END
$$;
ALTER FUNCTION pggit.sequence_options(oid) OWNER TO pggit_owner;
REVOKE ALL ON FUNCTION pggit.sequence_options(oid) FROM PUBLIC;

-- What UPDATE and DELETE of pggit.merge_conflicts do. No SET clause: SQL of the caller's own is to see their search path.
CREATE OR REPLACE FUNCTION pggit.change_conflict() RETURNS trigger
LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    IF TG_OP OPERATOR(pg_catalog.=) 'DELETE' THEN
        IF pggit.merge_is_open(OLD.merge_id) THEN
            PERFORM pggit.abort_merge(OLD.merge_id, 'Its conflicts were deleted');
        END IF;
        RETURN OLD;
    END IF;
    IF NEW.resolved THEN
        PERFORM pggit.resolve_conflict(OLD.id, NEW.resolution, NEW.resolved_ddl);
    ELSIF OLD.resolved THEN
        PERFORM pggit.reopen_conflict(OLD.id);
    ELSE
        RAISE EXCEPTION 'Set resolved to true to resolve conflict %', OLD.id
              USING ERRCODE = '22023',
                    HINT = 'UPDATE pggit.merge_conflicts SET resolved = true, resolution = ''ours'' WHERE id = …';
    END IF;
    RETURN NEW;
END
$$

-- Makes pggit.merge_conflicts writable.
CREATE OR REPLACE TRIGGER change_conflict INSTEAD OF UPDATE OR DELETE ON pggit.merge_conflicts
    FOR EACH ROW EXECUTE FUNCTION pggit.change_conflict()

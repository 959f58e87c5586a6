-- Branches are made by functions, which record it.
CREATE OR REPLACE TRIGGER refuse_insert BEFORE INSERT ON pggit.branch
    FOR EACH ROW EXECUTE FUNCTION pggit.refuse_insert()

-- Intents follow their branches.
CREATE OR REPLACE TRIGGER intent_merged AFTER UPDATE OF status ON pggit.branch
    FOR EACH ROW WHEN (NEW.status = 'MERGED' AND OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION pggit.intent_merged()

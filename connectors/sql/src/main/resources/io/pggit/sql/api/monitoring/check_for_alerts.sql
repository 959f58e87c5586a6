-- One row per check, also for those that found nothing. Never raises.
CREATE OR REPLACE FUNCTION pggit_v0.check_for_alerts() RETURNS TABLE (severity text, alert_type text, message text)
LANGUAGE sql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp
AS $$ SELECT a.severity, a.alert_type, a.message FROM pggit.alerts(pggit.monitor()) AS a $$

-- A target has at most one merge that awaits resolution.
CREATE UNIQUE INDEX IF NOT EXISTS one_open_merge ON pggit.merge_work (target) WHERE status = 'awaiting_resolution'

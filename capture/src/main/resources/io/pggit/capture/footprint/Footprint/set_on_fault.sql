-- Chooses what becomes of a command that cannot be recorded; does nothing where that was chosen before.
-- ? text   strict or available
-- rows     one, empty
-- locks    of replaced event triggers
SELECT pggit.set_on_fault(?)

-- Forgets the footprint as it was.
DELETE FROM pggit.manifest

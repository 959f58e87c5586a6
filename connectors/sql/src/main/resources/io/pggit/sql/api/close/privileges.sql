-- Nothing of pgGit's is for PUBLIC.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA pggit, pggit_v0 FROM PUBLIC

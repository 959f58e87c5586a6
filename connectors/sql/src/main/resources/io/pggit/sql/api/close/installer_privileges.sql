-- Both are for pgGit alone.
DO $$
BEGIN
    REVOKE ALL ON FUNCTION pggit.remember_branch(text), pggit.arm() FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION pggit.remember_branch(text), pggit.arm() TO pggit_owner;
END
$$

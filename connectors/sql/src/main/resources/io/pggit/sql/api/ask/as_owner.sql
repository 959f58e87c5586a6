-- What follows belongs to pggit_owner, who is no superuser.
SET LOCAL ROLE pggit_owner

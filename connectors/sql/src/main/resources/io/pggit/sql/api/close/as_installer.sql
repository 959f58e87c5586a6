-- Back to whoever installs.
RESET ROLE

-- The number of the last command.
-- rows     at most one: the number
SELECT last_command FROM audit_transaction ORDER BY transaction_index DESC LIMIT 1

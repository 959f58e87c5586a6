-- Reads as of the moment a slot began. SET takes no parameters.
-- %s       name of an exported snapshot: hexadecimal digits and hyphens
-- rows     none
-- locks    none
SET TRANSACTION SNAPSHOT '%s'

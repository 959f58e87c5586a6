-- An answer is read once, within milliseconds: compressing it takes longer than reading it as it is.
ALTER TABLE pggit.reply ALTER COLUMN body SET STORAGE EXTERNAL

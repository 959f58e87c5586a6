-- Writes the answer to one question.
-- ? uuid   the question
-- ? text   its answer, a JSON array, or null
-- ? text   an error, a JSON object, or null
-- rows     none
-- locks    ROW EXCLUSIVE on pggit.reply
INSERT INTO pggit.reply (question, body, error) VALUES (?, ?::jsonb, ?::jsonb) ON CONFLICT DO NOTHING

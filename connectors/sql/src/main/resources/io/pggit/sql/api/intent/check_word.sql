-- Raises an error unless a word is one of some.
-- what     what the word is for, for people
CREATE OR REPLACE FUNCTION pggit.check_word(what text, word text, words text[]) RETURNS void
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
    IF word IS NULL THEN
        RAISE EXCEPTION '% cannot be NULL', what USING ERRCODE = '22004';
    ELSIF words IS NULL AND (word = '' OR length(word) > 255) THEN
        RAISE EXCEPTION '% must have 1 to 255 characters, has %', what, length(word) USING ERRCODE = '22023';
    ELSIF word <> ALL (words) THEN
        RAISE EXCEPTION '% % is not valid', what, left(word, 100)
              USING ERRCODE = '22023', HINT = format('Use one of %s.', array_to_string(words, ', '));
    END IF;
END
$$

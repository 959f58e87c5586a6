-- Functions that have other arguments or results now; beside the old ones, calls would be ambiguous.
DROP FUNCTION IF EXISTS
    pggit.called(text),
    pggit.keep_marks(pggit.catalog_mark[]),
    pggit.live_differences(),
    pggit.merge(text, text, text, boolean),
    pggit.merge_branches(text, text, text),
    pggit.merge_as(text, text, text, text, boolean, text),
    pggit.carry_out_merge(jsonb, boolean, text),
    pggit.resolve_conflict(integer, text, text),
    pggit.resolve(integer, text, text, text)

package io.pggit.core.fold;

/** One thing a transaction does to the history: a commit, or a move of names. Effects count in their order. */
public sealed interface Effect permits CommitDraft, RefChange {}

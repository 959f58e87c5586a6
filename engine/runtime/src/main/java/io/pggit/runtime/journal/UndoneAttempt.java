package io.pggit.runtime.journal;

import io.pggit.core.audit.Attempt;

/**
 * A DDL command that failed or was rolled back. A hint, never evidence.
 *
 * @param number counts up from 1 in the order in which it became known that nothing came of them, with gaps
 * @param attempt how it began
 */
public record UndoneAttempt(long number, Attempt attempt) {}

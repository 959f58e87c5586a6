package io.pggit.runtime.journal;

import io.pggit.core.audit.Finding;

/**
 * A finding that is to be recorded in the database.
 *
 * @param number counts up in a journal
 */
public record OpenFinding(long number, Finding finding) {}

package io.pggit.core.fold;

import io.pggit.core.event.Operation;
import java.time.Instant;

/**
 * Branches, tags or HEAD change.
 *
 * @param operation what was done
 * @param at clock of its audit row
 */
public record RefChange(Operation operation, Instant at) implements Effect {}

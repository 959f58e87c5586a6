package io.pggit.core.fold;

import io.pggit.core.audit.Parts;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;

/**
 * A modelled object as the log left it.
 *
 * @param id its present name
 * @param facts its whole definition
 * @param parts its columns and members by PostgreSQL's own numbers
 */
public record TrackedObject(ObjectId id, Facts facts, Parts parts) {}

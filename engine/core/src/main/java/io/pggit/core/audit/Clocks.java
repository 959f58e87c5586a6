package io.pggit.core.audit;

import java.time.Instant;

/**
 * The database server's clock, read at three moments; microseconds.
 *
 * @param transaction when the transaction began
 * @param statement when the client's statement arrived
 * @param recorded when the audit row was written
 */
public record Clocks(Instant transaction, Instant statement, Instant recorded) {}

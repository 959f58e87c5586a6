package io.pggit.runtime.measurement;

import java.time.Duration;

/**
 * How long something took.
 *
 * @param operation what
 * @param samples how often it was measured, at least once
 * @param total all together
 * @param least the shortest
 * @param most the longest
 */
public record Measurement(String operation, long samples, Duration total, Duration least, Duration most) {
    /** The mean. */
    public Duration average() {
        return total.dividedBy(samples);
    }

    Measurement plus(Measurement other) {
        return new Measurement(
                operation,
                samples + other.samples,
                total.plus(other.total),
                least.compareTo(other.least) < 0 ? least : other.least,
                most.compareTo(other.most) > 0 ? most : other.most);
    }
}

package io.pggit.kafka;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Failures of the brokers in a row: one log line when they begin and one when they end, and a pause after each that
 * doubles from 100 ms to 5 s.
 */
final class Outage {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;

    private final String brokers;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long pauseMs = FIRST_PAUSE_MS;
    private boolean told;

    Outage(String brokers) {
        this.brokers = brokers;
    }

    /** Notes a failure and pauses, unless {@link #end()} was called. */
    void note(KafkaException failure) {
        if (!told) {
            told = true;
            if (failure instanceof ProducerFencedException || failure instanceof InvalidProducerEpochException) {
                LOG.warn(
                        "Kafka at {}: another publisher of this database took over, or a transaction took too long;"
                                + " starting over",
                        brokers);
            } else {
                LOG.warn(
                        "Kafka at {} does not take events: {}; capture goes on, events follow when it does",
                        brokers,
                        failure.toString());
            }
        }
        pause();
    }

    /** Notes that the brokers are there again. */
    void over() {
        pauseMs = FIRST_PAUSE_MS;
        if (told) {
            told = false;
            LOG.info("Kafka at {} takes events again", brokers);
        }
    }

    /** Ends the pause and every later one; any thread may call this. */
    void end() {
        ended.countDown();
    }

    private void pause() {
        try {
            ended.await(pauseMs, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.countDown();
        }
        pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    }
}

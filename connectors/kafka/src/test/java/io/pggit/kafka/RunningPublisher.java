package io.pggit.kafka;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.runtime.journal.Journal;
import io.pggit.testkit.Await;
import java.time.Duration;

/** A publisher on a thread of its own. */
final class RunningPublisher implements AutoCloseable {
    /** A broker that comes back may be met with half a dozen time-outs of 10 s in a row, on a machine that is busy. */
    static final Duration DEADLINE = Duration.ofMinutes(3);

    private final Journal journal;
    private final Publisher publisher;
    private final Thread thread;

    RunningPublisher(Journal journal, KafkaSettings settings) {
        this.journal = journal;
        this.publisher = new Publisher(journal, settings, new SimpleMeterRegistry());
        this.thread = new Thread(publisher, "publisher");
        thread.start();
    }

    /** Waits until the whole journal is published. */
    void awaitAll() {
        Await.until(DEADLINE, () -> publisher.position() == journal.lastIndex());
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Gives up in the middle of whatever it does; an open transaction stays open. */
    void abandon() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    @Override
    public void close() {
        publisher.stop();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package io.pggit.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** What brokers answer. */
final class Answer {
    private Answer() {}

    /**
     * Waits for it, as long as the client's own time limits allow.
     *
     * @throws KafkaException when the brokers refuse or do not answer in time; its cause is Kafka's own exception
     * @throws InterruptException when the thread is interrupted
     */
    static <T> T of(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        }
    }
}

package io.pggit.testkit;

/** A Kafka broker with transactions. */
public interface KafkaServer extends AutoCloseable {
    /** What a client sets as {@code bootstrap.servers}; stays the same over a restart. */
    String bootstrapServers();

    /** Ends the broker by SIGKILL. Only for a broker of one's own, never for the shared one. */
    void kill();

    /** Starts the broker again on the same topics. Only for a broker of one's own. */
    void restart();

    /** Stops the broker and removes its topics. */
    @Override
    void close();
}

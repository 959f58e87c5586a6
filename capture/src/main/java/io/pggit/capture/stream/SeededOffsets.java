package io.pggit.capture.stream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.connect.runtime.WorkerConfig;
import org.apache.kafka.connect.storage.OffsetBackingStore;
import org.apache.kafka.connect.util.Callback;

/**
 * Where Debezium begins: at the place the journal gives. What it stores later is kept only as long as it runs, because the
 * journal knows better. Made by Debezium, by its class name.
 */
public final class SeededOffsets implements OffsetBackingStore {
    /** The setting that holds the place, as a signed number. */
    static final String START = "pggit.start.lsn";

    private final Map<ByteBuffer, ByteBuffer> stored = new HashMap<>();
    private String seed = "";

    @Override
    public void configure(WorkerConfig config) {
        // Without lsn_proc Debezium 3.6 starts at lsn itself and does not search for a place in a transaction.
        seed = "{\"lsn\":" + Long.parseLong(config.originals().get(START).toString()) + ",\"ts_usec\":0,\"txId\":0}";
    }

    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public synchronized Future<Map<ByteBuffer, ByteBuffer>> get(Collection<ByteBuffer> keys) {
        Map<ByteBuffer, ByteBuffer> found = new HashMap<>();
        keys.forEach(key ->
                found.put(key, stored.getOrDefault(key, ByteBuffer.wrap(seed.getBytes(StandardCharsets.UTF_8)))));
        return CompletableFuture.completedFuture(found);
    }

    @Override
    public synchronized Future<Void> set(Map<ByteBuffer, ByteBuffer> values, Callback<Void> callback) {
        stored.putAll(values);
        callback.onCompletion(null, null);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public Set<Map<String, Object>> connectorPartitions(String connectorName) {
        return Set.of();
    }
}

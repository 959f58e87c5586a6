package io.pggit.kafka;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/** The compacted topic of positions, as one database's publisher sees it. */
final class PositionTopic {
    private final KafkaSettings settings;
    private final String key;

    PositionTopic(KafkaSettings settings, EventSource source) {
        this.settings = settings;
        this.key = source.permanentKey();
    }

    ProducerRecord<String, byte[]> record(PublishedPosition position) {
        return new ProducerRecord<>(settings.topics().positions(), key, position.bytes());
    }

    /**
     * The position committed last.
     *
     * @throws KafkaException when the brokers do not tell, or tell something that is no position
     */
    Optional<PublishedPosition> last(Admin admin) {
        String topic = settings.topics().positions();
        AtomicReference<byte[]> found = new AtomicReference<>();
        WholeTopic.read(settings, admin, topic, position -> {
            if (key.equals(position.key())) {
                found.set(position.value());
            }
        });
        try {
            return Optional.ofNullable(found.get()).map(PublishedPosition::of);
        } catch (IllegalArgumentException e) {
            throw new KafkaException(
                    "topic " + topic + ", key " + key + ": no position that this version can read; was it written by"
                            + " another program?",
                    e);
        }
    }
}

package io.pggit.kafka;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the brokers can do. Before KIP-890 ({@code transaction.version} 2) a delayed record of an aborted transaction
 * could end up in a later one (KAFKA-17754).
 */
final class BrokerFeatures {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final String FEATURE = "transaction.version";
    private static final short NEEDED = 2;

    private BrokerFeatures() {}

    /** Warns when the brokers' transactions are of the old kind; they are used all the same. */
    static void warnOfOldTransactions(Admin admin) {
        Map<String, FinalizedVersionRange> features =
                Answer.of(admin.describeFeatures().featureMetadata()).finalizedFeatures();
        short level = features.containsKey(FEATURE) ? features.get(FEATURE).maxVersionLevel() : 0;
        if (level < NEEDED) {
            LOG.warn(
                    "Kafka's {} is {}, exactly once needs {}: upgrade the brokers to 4.2 or later, then run"
                            + " kafka-features upgrade --feature {}={}",
                    FEATURE,
                    level,
                    NEEDED,
                    FEATURE,
                    NEEDED);
        }
    }
}

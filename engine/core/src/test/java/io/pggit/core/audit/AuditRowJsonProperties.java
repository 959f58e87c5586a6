package io.pggit.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pggit.core.Seeds;
import io.pggit.core.facts.Facts;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.facts.ObjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AuditRowJsonProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void aRowWrittenAsTextIsReadBackEqual() {
        Seeds.holds(500, random -> {
            AuditRow row = row(random);

            AuditRow read = read(AuditRowJson.write(row).toString());

            assertEquals(row, read);
            assertEquals(
                    AuditRowJson.write(row).toString(), AuditRowJson.write(read).toString());
        });
    }

    private static AuditRow read(String text) {
        try {
            return AuditRowJson.read(MAPPER.readTree(text));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static AuditRow row(Random random) {
        return new AuditRow(
                1 + random.nextLong(Long.MAX_VALUE - 1),
                random.nextLong(),
                "ddl",
                AuditEvent.values()[random.nextInt(AuditEvent.values().length)],
                "ALTER TABLE",
                new Actor(
                        Seeds.name(random),
                        Seeds.name(random),
                        random.nextBoolean() ? "" : Seeds.name(random),
                        maybe(random, () -> "10.1.2.3"),
                        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(65536)),
                        random.nextInt(),
                        instant(random),
                        random.nextBoolean()
                                ? Login.UNKNOWN
                                : new Login(
                                        maybe(random, () -> Seeds.name(random)),
                                        maybe(random, () -> Seeds.name(random)),
                                        Login.Transport.values()[random.nextInt(3)],
                                        maybe(random, () -> "none"),
                                        maybe(random, () -> Seeds.name(random))),
                        new TreeMap<>(random.nextBoolean() ? java.util.Map.of() : java.util.Map.of("author", "x"))),
                new Clocks(instant(random), instant(random), instant(random)),
                maybe(random, () -> "select '" + Seeds.name(random) + "'"),
                maybe(random, () -> Seeds.name(random)),
                list(random, () -> object(random)),
                list(
                        random,
                        () -> new DroppedObject(
                                key(random),
                                random.nextInt(100),
                                "table column",
                                Seeds.name(random),
                                ObjectState.Cause.IMPLIED)),
                maybe(random, () -> new AuditRow.Rewrite(new ObjectKey(1259, random.nextInt(99)), random.nextInt(16))),
                Seeds.name(random),
                150000,
                "1.0.0",
                random.nextBoolean() ? Evidence.UNKNOWN : evidence(random));
    }

    private static Evidence evidence(Random random) {
        return new Evidence(
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(9)),
                maybe(random, () -> "ab12"),
                Evidence.Precision.values()[random.nextInt(3)],
                maybe(
                        random,
                        () -> new Finding(
                                "schema_changed",
                                Seeds.name(random),
                                maybe(random, () -> instant(random)),
                                maybe(random, () -> Seeds.name(random)),
                                Seeds.name(random))),
                maybe(
                        random,
                        () -> new Details(
                                JsonNodeFactory.instance.objectNode().put(Seeds.name(random), Seeds.name(random)))));
    }

    private static ObjectState object(Random random) {
        return new ObjectState(
                key(random),
                "table",
                Seeds.name(random),
                ObjectState.Cause.DIRECT,
                maybe(random, () -> new ObjectState.Described(id(random), facts(random, 3), parts(random))));
    }

    private static ObjectId id(Random random) {
        return new ObjectId(
                ObjectKind.values()[random.nextInt(ObjectKind.values().length)],
                maybe(random, () -> Seeds.name(random)),
                Seeds.name(random),
                maybe(random, () -> random.nextBoolean() ? "" : "integer, text"));
    }

    private static Facts facts(Random random, int depth) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(4); i >= 0; i--) {
            String name = Seeds.name(random);
            switch (random.nextInt(depth > 0 ? 7 : 5)) {
                case 0 -> node.put(name, Seeds.name(random));
                case 1 -> node.put(name, random.nextBoolean());
                case 2 -> node.put(name, random.nextInt());
                case 3 -> node.put(name, random.nextLong());
                case 4 -> node.put(name, random.nextInt(1000) / 8.0);
                case 5 -> node.set(name, facts(random, depth - 1).tree());
                default ->
                    node.putArray(name)
                            .add(Seeds.name(random))
                            .add(1)
                            .add(facts(random, depth - 1).tree());
            }
        }
        return Facts.of(node);
    }

    private static Parts parts(Random random) {
        TreeMap<String, Integer> columns = new TreeMap<>();
        TreeMap<String, SortedMap<String, ObjectKey>> members = new TreeMap<>();
        list(random, () -> columns.put(Seeds.name(random), random.nextInt(1600)) == null);
        for (String group : random.nextBoolean() ? List.of("indexes", "constraints") : List.<String>of()) {
            TreeMap<String, ObjectKey> keys = new TreeMap<>();
            list(random, () -> keys.put(Seeds.name(random), key(random)) == null);
            members.put(group, keys);
        }
        return new Parts(columns, members);
    }

    private static ObjectKey key(Random random) {
        return new ObjectKey(random.nextInt(4000), random.nextLong(1L << 32));
    }

    private static Instant instant(Random random) {
        return Instant.ofEpochSecond(1_700_000_000L + random.nextInt(), random.nextInt(1_000_000) * 1_000L);
    }

    private static <T> Optional<T> maybe(Random random, Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private static <T> List<T> list(Random random, Supplier<T> value) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(value.get());
        }
        return list;
    }
}

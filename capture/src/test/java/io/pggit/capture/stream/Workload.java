package io.pggit.capture.stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sessions that write audit rows at the same time, with everything a text can hold. */
final class Workload {
    private static final int SESSIONS = 3;
    private static final List<String> HOSTILE = List.of(
            "'; DROP TABLE pggit.ddl_audit; --",
            "\"quoted\" \"\"twice\"\" `and` $$dollar$$ $1 ?",
            "line\nbreak\r\ntab\tfeed\fbell\u0007escape\u001bdelete\u007f",
            "back\\slash \\n \\x41 E'\\'' \\",
            "ünï©ode Ωμέγα 日本語 \uD83D\uDE00 \uD83C\uDFF4\u200D\u2620\uFE0F",
            "e\u0301 vs \u00e9, right\u202eto left, zero\u200bwidth, bom\ufeff, last\uffff",
            " leading and trailing ",
            "",
            "NULL",
            "{\"json\": [1, \"\\u0041\"]}");

    private Workload() {}

    /** Runs a number of transactions per session; some are rolled back, in whole or to a savepoint. */
    static void run(CapturedDatabase database, Random random, int transactions) throws SQLException {
        List<Callable<Void>> sessions = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            Random own = new Random(random.nextLong());
            CapturedDatabase.Session session = database.session();
            sessions.add(() -> {
                for (int transaction = 0; transaction < transactions; transaction++) {
                    transaction(session, own);
                }
                return null;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(SESSIONS);
        try {
            for (Future<Void> done : threads.invokeAll(sessions)) {
                done.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a session failed", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void transaction(CapturedDatabase.Session session, Random random) throws SQLException {
        session.begin();
        int rows = 1 + random.nextInt(4);
        for (int row = 0; row < rows; row++) {
            if (random.nextInt(5) == 0) {
                Savepoint savepoint = session.connection().setSavepoint();
                session.ddl("gone with the savepoint " + text(random));
                session.connection().rollback(savepoint);
            }
            session.ddl(text(random), objects(random));
        }
        if (random.nextInt(6) == 0) {
            session.rollback();
        } else {
            session.commit();
        }
    }

    private static String text(Random random) {
        String text = HOSTILE.get(random.nextInt(HOSTILE.size())) + HOSTILE.get(random.nextInt(HOSTILE.size()));
        return random.nextInt(15) == 0 ? text.repeat(1 + random.nextInt(20_000)) : text;
    }

    private static String objects(Random random) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return json.arrayNode()
                .add(json.objectNode()
                        .put("classid", 1259)
                        .put("objid", 4_294_967_295L - random.nextInt(1_000))
                        .put("type", "table")
                        .put("identity", text(random) + "x".repeat(63))
                        .put("cause", "direct")
                        .put("unmodelled", true))
                .toString();
    }
}

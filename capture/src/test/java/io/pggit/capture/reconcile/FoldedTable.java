package io.pggit.capture.reconcile;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditRowJson;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.audit.ObjectState;
import io.pggit.core.facts.ObjectId;
import io.pggit.core.fold.Fold;
import io.pggit.core.fold.FoldState;
import io.pggit.core.fold.TrackedObject;
import io.pggit.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record as an engine would have it: rows are folded once, and what the table loses stays. */
final class FoldedTable implements Model, FoldState {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestDatabase database;
    private final Map<ObjectKey, TrackedObject> objects = new HashMap<>();
    private final Map<ObjectId, ObjectKey> holders = new HashMap<>();
    private final Map<ObjectKey, ObjectKey> owners = new HashMap<>();
    private long folded;

    FoldedTable(TestDatabase database) {
        this.database = database;
    }

    /** For tests whose transactions follow one another. */
    @Override
    public Optional<Map<ObjectKey, ObjectState.Described>> factsAfter(Lsn place) {
        Map<Long, List<AuditRow>> transactions = new LinkedHashMap<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT to_jsonb(a)"
                        + " || jsonb_build_object('xid', a.xid::text::bigint) FROM pggit.ddl_audit AS a WHERE a.seq > "
                        + folded + " ORDER BY a.seq")) {
            while (row.next()) {
                AuditRow read = AuditRowJson.read(JSON.readTree(row.getString(1)));
                transactions
                        .computeIfAbsent(read.xid(), xid -> new ArrayList<>())
                        .add(read);
                folded = read.seq();
            }
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        transactions.forEach(
                (xid, rows) -> Fold.fold(this, new AuditTransaction(new Lsn(1), xid, Optional.empty(), rows))
                        .lineage()
                        .forEach(this::put));
        Map<ObjectKey, ObjectState.Described> facts = new HashMap<>();
        objects.forEach((key, object) ->
                facts.put(key, new ObjectState.Described(object.id(), object.facts(), object.parts())));
        return Optional.of(facts);
    }

    private void put(ObjectKey key, Optional<TrackedObject> object) {
        Optional.ofNullable(objects.remove(key)).ifPresent(old -> {
            holders.remove(old.id(), key);
            owners.values().removeIf(key::equals);
        });
        object.ifPresent(now -> {
            objects.put(key, now);
            holders.put(now.id(), key);
            now.parts().members().values().forEach(parts -> parts.values().forEach(part -> owners.put(part, key)));
        });
    }

    @Override
    public Optional<TrackedObject> object(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public Optional<ObjectKey> holder(ObjectId id) {
        return Optional.ofNullable(holders.get(id));
    }

    @Override
    public Optional<ObjectKey> owner(ObjectKey part) {
        return Optional.ofNullable(owners.get(part));
    }

    @Override
    public boolean hasCommits(String branch) {
        return true;
    }
}

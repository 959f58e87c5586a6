package io.pggit.serve;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.pggit.capture.Database;
import io.pggit.capture.stream.ChangeStream;
import io.pggit.capture.stream.PgoutputStream;
import io.pggit.capture.stream.Resume;
import io.pggit.capture.stream.StreamedChange;
import io.pggit.core.audit.AuditRow;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.repository.Repository;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Takes a slot into a journal and the journal into a repository, in a process of its own whose heap is small: URL, directory,
 * number of rows to wait for.
 */
final class Drain {
    private Drain() {}

    public static void main(String[] arguments) {
        Database database = new Database(arguments[0], new Properties());
        long wanted = Long.parseLong(arguments[2]);
        try (Journal journal = Journal.open(Path.of(arguments[1]), new SimpleMeterRegistry());
                ChangeStream stream = PgoutputStream.open(database, Resume.NOTHING)) {
            System.out.println("attached");
            long taken = 0;
            while (taken < wanted) {
                Batch batch = new Batch();
                for (Optional<StreamedChange> next = stream.await(); next.isPresent(); next = stream.poll()) {
                    next.get().accept(batch);
                    if (batch.isFull()) {
                        break;
                    }
                }
                taken += journal.append(batch.transactions(), batch.attempts(), batch.findings());
            }
            long read = 0;
            for (AuditRow row : journal.read(journal.lastIndex() - 1, 1)
                    .get(0)
                    .transaction()
                    .rows()) {
                read += row.objects().size() + 1;
            }
            try (Repository repository = Repository.open(journal, new SimpleMeterRegistry())) {
                repository.catchUp();
            }
            System.out.println("taken " + taken + " read and folded " + read + " heap "
                    + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB");
        }
    }
}

package io.pggit.runtime.repository;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.pggit.core.audit.AuditRow;
import io.pggit.core.audit.AuditTransaction;
import io.pggit.core.audit.Lsn;
import io.pggit.core.audit.ObjectKey;
import io.pggit.core.event.CommandCounter;
import io.pggit.core.fold.Fold;
import io.pggit.core.fold.TrackedObject;
import io.pggit.core.revision.Times;
import io.pggit.runtime.journal.Journal;
import io.pggit.runtime.journal.JournalEntry;
import io.pggit.runtime.sqlite.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectInserter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal as Git history: a bare repository {@code repository.git} and its state {@code repository.db} in the
 * journal's directory. A projection: it can lag, and it can be made again, with the same commit ids.
 *
 * <p>Order of every step: Git objects are written, then state and position are committed in one SQLite transaction, then
 * refs move. A crash after the first leaves objects nobody refers to; after the second, the refs are set from the state
 * when it is opened next. The state, not the refs, says where a branch is.
 *
 * <p>{@link #catchUp} and {@link #rebuild} exclude each other and may be called by any thread.
 */
public final class Repository implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Repository.class);

    /** Most transactions of one batch: one SQLite commit, one move of refs, and for many one pack. */
    private static final int BATCH = 2_000;

    /** Most transactions read from the journal at once. */
    private static final int PART = 500;

    /** Up to so many transactions, and objects they describe, are written as loose objects. */
    private static final int LOOSE_BATCH = 50;

    /** Branches whose trees are kept in memory. */
    private static final int TREES = 8;

    /** Newest commits looked at when opening, since a power failure loses the newest files first. */
    private static final int CHECKED_COMMITS = 200;

    private final Journal journal;
    private final Path gitDirectory;
    private final SqliteFile file;
    private final Counter commitCounter;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Map<String, BranchTree> trees = new RecentTrees();
    private volatile GitStore git;
    private final ReadAhead ahead;
    private final Inventory inventory = new Inventory();
    private final KnownFigures figures = new KnownFigures();
    private volatile Consumer<AuditTransaction> watcher = transaction -> {};
    private GarbageCollection garbage;
    /** Position of the state; that of refs, and so of readers, follows. */
    private long folded;

    private volatile long position;

    private Repository(Journal journal, Path gitDirectory, SqliteFile file, GitStore git, MeterRegistry meters) {
        this.journal = journal;
        this.ahead = new ReadAhead(journal, PART);
        this.gitDirectory = gitDirectory;
        this.file = file;
        this.git = git;
        this.garbage = new GarbageCollection(git.repository());
        this.commitCounter = Counter.builder("pggit.repository.commits")
                .description("Commits made since the engine started")
                .register(meters);
        meters.gauge("pggit.repository.position", this, Repository::position);
        meters.gauge("pggit.repository.lag", this, repository -> journal.lastIndex() - repository.position);
    }

    private static final class RecentTrees extends LinkedHashMap<String, BranchTree> {
        private static final long serialVersionUID = 1L;

        RecentTrees() {
            super(TREES, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, BranchTree> eldest) {
            return size() > TREES;
        }
    }

    /**
     * Opens the repository beside {@code journal}, or makes it. One that is damaged, or of another journal, is emptied:
     * the next {@link #catchUp} makes it again.
     *
     * @throws RepositoryException when it cannot be read or written
     */
    public static Repository open(Journal journal, MeterRegistry meters) {
        Path gitDirectory = journal.directory().resolve("repository.git");
        Path stateFile = journal.directory().resolve("repository.db");
        try {
            SqliteFile file = StateFile.open(stateFile);
            Repository repository = new Repository(journal, gitDirectory, file, GitStore.open(gitDirectory), meters);
            repository.recover();
            return repository;
        } catch (SQLException | IOException failure) {
            throw new RepositoryException(
                    "repository " + gitDirectory + " cannot be opened: " + failure.getMessage() + "; delete "
                            + stateFile + " and that folder, pgGit makes them again from the journal",
                    failure);
        }
    }

    private State state() {
        return new State(file.writer());
    }

    private void recover() throws SQLException, IOException {
        String incarnation = journal.incarnation().toString();
        Optional<String> known = state().property("journal");
        folded = state().property("position").map(Long::parseLong).orElse(0L);
        boolean foreign = known.isPresent() && !known.get().equals(incarnation) || folded > journal.lastIndex();
        if (foreign || !isReadable()) {
            LOG.warn(
                    "repository {} is {}; it is made again from the journal",
                    gitDirectory,
                    foreign ? "not of this journal" : "damaged");
            empty();
        }
        state().saveProperty("journal", incarnation);
        showRefs();
        publish();
    }

    private boolean isReadable() throws SQLException {
        Health health = new Health(git, file);
        return health.isReadable(state().branches(), CHECKED_COMMITS);
    }

    private void showRefs() throws SQLException, IOException {
        State state = state();
        git.refs().show(state.branches(), state.tags(), state.kept(), new HeadState(file.writer()).branch());
    }

    /** State first: what is left of the files is then of no account. */
    private void empty() throws SQLException, IOException {
        file.writer().begin();
        state().clear();
        file.writer().commit();
        trees.clear();
        figures.clear();
        folded = 0;
        position = 0;
        garbage.close();
        git.close();
        delete(gitDirectory);
        git = GitStore.open(gitDirectory);
        garbage = new GarbageCollection(git.repository());
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /**
     * Takes in all transactions the journal has.
     *
     * @return number of commits made
     * @throws RepositoryException when something cannot be read or written; what was taken in before stays
     */
    public int catchUp() {
        writing.lock();
        try {
            if (folded != position) {
                showRefs();
                publish();
            }
            int commits = 0;
            List<JournalEntry> entries = ahead.read(folded);
            while (!entries.isEmpty()) {
                commits += take(entries);
                entries = ahead.read(folded);
            }
            if (commits > 0) {
                commitCounter.increment(commits);
                garbage.consider();
            }
            return commits;
        } catch (SQLException | IOException | State.StateUnreadableException failure) {
            throw new RepositoryException(
                    "repository " + gitDirectory + " cannot be written: " + failure.getMessage()
                            + "; the journal keeps everything until it can",
                    failure);
        } finally {
            writing.unlock();
        }
    }

    private int take(List<JournalEntry> first) throws SQLException, IOException {
        boolean complete = false;
        List<JournalEntry> taken = new ArrayList<>();
        try (ObjectInserter inserter = isLarge(first) ? git.packInserter() : git.looseInserter()) {
            file.writer().begin();
            Batch batch = new Batch(file.writer(), inserter, trees);
            for (List<JournalEntry> entries = first; !entries.isEmpty(); entries = next(taken)) {
                for (JournalEntry entry : entries) {
                    batch.add(entry);
                    taken.add(entry);
                }
            }
            inserter.flush();
            long last = taken.get(taken.size() - 1).index();
            state().saveProperty("position", Long.toString(last));
            file.writer().commit();
            folded = last;
            complete = true;
            showRefs(batch);
            publish();
            taken.forEach(entry -> watcher.accept(entry.transaction()));
            return batch.commits();
        } finally {
            if (!complete) {
                trees.clear();
                file.writer().rollback();
            }
        }
    }

    /** What else goes into the batch that took these. */
    private List<JournalEntry> next(List<JournalEntry> taken) {
        return taken.size() % PART == 0 && taken.size() < BATCH
                ? ahead.read(taken.get(taken.size() - 1).index())
                : List.of();
    }

    private void showRefs(Batch batch) throws SQLException, IOException {
        if (batch.namesChanged()) {
            showRefs();
            return;
        }
        for (var tip : batch.tips().entrySet()) {
            git.refs().moveBranch(tip.getKey(), tip.getValue());
        }
    }

    private static boolean isLarge(List<JournalEntry> entries) {
        return entries.size() > LOOSE_BATCH
                || entries.stream()
                                .flatMap(entry -> entry.transaction().rows().stream())
                                .mapToInt(row -> row.objects().size())
                                .sum()
                        > LOOSE_BATCH;
    }

    private void publish() {
        lock.lock();
        try {
            position = folded;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Makes the whole history again from the journal; the commit ids are the same. */
    public void rebuild() {
        writing.lock();
        try {
            empty();
            state().saveProperty("journal", journal.incarnation().toString());
            catchUp();
        } catch (SQLException | IOException failure) {
            throw new RepositoryException(
                    "repository " + gitDirectory + " cannot be made again: " + failure.getMessage(), failure);
        } finally {
            writing.unlock();
        }
    }

    /** Number of the last journal transaction that readers see. */
    public long position() {
        return position;
    }

    /**
     * Waits until readers see journal transaction {@code index}.
     *
     * @return false when {@code timeout} passed without
     */
    public boolean awaitPosition(long index, Duration timeout) throws InterruptedException {
        long nanos = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (position < index) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = moved.awaitNanos(nanos);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** What a question makes of a history. */
    @FunctionalInterface
    public interface Question<T, E extends Exception> {
        /** Asks the history; it is of no use afterwards. */
        T ask(History history) throws E;
    }

    /**
     * Asks a history in which rows that are not committed yet count: they are folded as they will be when they are, the
     * question is asked, and everything is taken back. Without rows it is the history there is.
     *
     * @param uncommitted rows of one transaction
     * @param unclosed whether statements that no operation made a commit of count as the commit they are going to be
     * @throws RepositoryException when something cannot be read or written
     */
    public <T, E extends Exception> T including(
            List<AuditRow> uncommitted, Fold.Unclosed unclosed, Question<T, E> question) throws E {
        if (uncommitted.isEmpty()) {
            return question.ask(history());
        }
        AuditTransaction transaction =
                new AuditTransaction(new Lsn(0), uncommitted.get(0).xid(), Optional.empty(), uncommitted);
        writing.lock();
        try {
            try (ObjectInserter inserter = git.looseInserter()) {
                file.writer().begin();
                new Batch(file.writer(), inserter, new RecentTrees())
                        .add(new JournalEntry(folded + 1, 1, CommandCounter.count(uncommitted), transaction), unclosed);
                inserter.flush();
                return question.ask(new History(file.writer()::read, () -> git, new KnownFigures(), Times.NONE));
            } finally {
                file.writer().rollback();
            }
        } catch (SQLException | IOException | State.StateUnreadableException failure) {
            throw unreadable(failure);
        } finally {
            writing.unlock();
        }
    }

    private RepositoryException unreadable(Exception failure) {
        return new RepositoryException(
                "repository " + gitDirectory + " cannot be read: " + failure.getMessage(), failure);
    }

    /**
     * Every object the audit rows folded so far leave in the database, by PostgreSQL's own key.
     *
     * @throws RepositoryException when the state cannot be read
     */
    public SortedMap<ObjectKey, TrackedObject> objects() {
        try {
            return file.read(session -> new State(session).objects());
        } catch (SQLException | State.StateUnreadableException failure) {
            throw unreadable(failure);
        }
    }

    /** The history, for reading; lives as long as this repository. */
    public History history() {
        return new History(file::read, () -> git, figures, Times.NONE);
    }

    /**
     * What is stored, counted again as far as it is new.
     *
     * @throws RepositoryException when something cannot be read
     */
    public StoreFigures store() {
        try {
            return inventory.count(git, history().figures());
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Reads everything that is stored and computes its ids again. */
    public IntegrityReport integrity() {
        History history = history();
        List<Ref> names = new ArrayList<>(history.branches());
        names.addAll(history.tags());
        try {
            return new Integrity(git).check(history.figures(), names);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** Tells {@code watcher} each transaction once readers see it; on the thread that folds. */
    public void watch(Consumer<AuditTransaction> watcher) {
        this.watcher = watcher;
    }

    /** The bare Git repository, to be cloned. */
    public Path gitDirectory() {
        return gitDirectory;
    }

    @Override
    public void close() {
        writing.lock();
        try {
            garbage.close();
            git.close();
            file.close();
        } catch (SQLException failure) {
            throw new RepositoryException(
                    "repository " + gitDirectory + " cannot be closed: " + failure.getMessage(), failure);
        } finally {
            writing.unlock();
        }
    }
}

package io.pggit.runtime.repository;

import java.io.IOException;
import java.text.ParseException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.EmptyProgressMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Packs loose objects and joins packs, in a thread of its own, one run at a time. Safe beside a writer: what no ref
 * reaches yet is younger than the two weeks JGit keeps it.
 */
final class GarbageCollection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GarbageCollection.class);
    private static final int CLOSE_TIMEOUT_S = 30;

    private final FileRepository repository;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread daemon = new Thread(task, "pggit-repository-gc");
        daemon.setDaemon(true);
        return daemon;
    });
    private volatile boolean closing;
    private Future<?> running = java.util.concurrent.CompletableFuture.completedFuture(null);

    GarbageCollection(FileRepository repository) {
        this.repository = repository;
    }

    /** Starts a run if there is much to pack; called by the thread that writes. */
    void consider() {
        if (running.isDone() && !closing) {
            running = thread.submit(this::run);
        }
    }

    private void run() {
        GC gc = new GC(repository);
        gc.setAuto(true); // does nothing below the limits in the repository's config
        gc.setProgressMonitor(new EmptyProgressMonitor() {
            @Override
            public boolean isCancelled() {
                return closing;
            }
        });
        try {
            gc.gc().get();
        } catch (IOException | ParseException | GitAPIException | ExecutionException failure) {
            LOG.warn("packing {} failed, to be tried again later: {}", repository.getDirectory(), failure.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_S, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException stopped) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}

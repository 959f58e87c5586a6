package io.pggit.runtime.repository;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.transport.PackParser;

/**
 * Writes one pack in a thread of its own, which compresses while the caller goes on: an id needs the content only. The
 * order stays, and so does what is written. Reading waits for what was inserted before. A failure of the other thread is
 * thrown by whatever is called next, at the latest by {@link #flush}, which ends the pack.
 */
final class PipelinedInserter extends ObjectInserter {
    /** Most objects on the way. */
    private static final int QUEUE = 512;

    private static final long CLOSE_TIMEOUT_S = 60;

    private final BulkPack pack;
    private final ObjectReader others;
    private final ThreadPoolExecutor thread;
    private final AtomicReference<Exception> failure = new AtomicReference<>();

    /** Begins a pack; {@code others} reads what is not in it. */
    PipelinedInserter(BulkPack pack, ObjectReader others) {
        this.pack = pack;
        this.others = others;
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(QUEUE),
                task -> {
                    Thread daemon = new Thread(task, "pggit-repository-pack");
                    daemon.setDaemon(true);
                    return daemon;
                },
                (task, full) -> {
                    try {
                        full.getQueue().put(task);
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                        throw new RejectedExecutionException("interrupted while inserting", stopped);
                    }
                });
    }

    @Override
    public ObjectId insert(int type, byte[] data, int offset, int length) throws IOException {
        ObjectId id = idFor(type, data, offset, length);
        write(() -> pack.write(id, type, data, offset, length));
        return id;
    }

    /** Inserts a tree that has much in common with an earlier one. Neither array may be changed afterwards. */
    ObjectId insertTree(byte[] content, ObjectId earlier, byte[] earlierContent) throws IOException {
        ObjectId id = idFor(Constants.OBJ_TREE, content);
        write(() -> pack.writeTree(id, content, earlier, earlierContent));
        return id;
    }

    private interface Writing {
        void write() throws IOException;
    }

    private void write(Writing writing) throws IOException {
        refuseAfterFailure();
        thread.execute(() -> {
            if (failure.get() == null) {
                try {
                    writing.write();
                } catch (IOException | RuntimeException unwritten) {
                    failure.set(unwritten);
                }
            }
        });
    }

    private void refuseAfterFailure() throws IOException {
        Exception earlier = failure.get();
        if (earlier != null) {
            throw new IOException("an object could not be written: " + earlier.getMessage(), earlier);
        }
    }

    @Override
    public ObjectId insert(int type, long length, InputStream in) throws IOException {
        return insert(type, in.readNBytes(Math.toIntExact(length)));
    }

    @Override
    public PackParser newPackParser(InputStream in) throws IOException {
        throw new UnsupportedOperationException("objects are inserted one by one");
    }

    @Override
    public ObjectReader newReader() {
        return new Reader();
    }

    @Override
    public void flush() throws IOException {
        await(thread.submit(() -> {
            refuseAfterFailure();
            pack.finish();
            return null;
        }));
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_TIMEOUT_S, TimeUnit.SECONDS)) {
                throw new IllegalStateException("objects are still being written after " + CLOSE_TIMEOUT_S + " s");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        others.close();
        try {
            pack.close();
        } catch (IOException left) {
            throw new UncheckedIOException("a pack that was not finished cannot be removed", left);
        }
    }

    private static <T> T await(Future<T> result) throws IOException {
        try {
            return result.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(failure.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while inserting", stopped);
        }
    }

    /** Reads in the thread that writes: objects of the pack, and others. */
    private final class Reader extends ObjectReader {
        private <T> T read(Callable<T> reading) throws IOException {
            return await(thread.submit(reading));
        }

        @Override
        public ObjectLoader open(AnyObjectId id, int type) throws IOException {
            return read(() -> {
                refuseAfterFailure();
                Optional<ObjectLoader> mine = pack.read(id);
                ObjectLoader loader = mine.isPresent() ? mine.get() : others.open(id, type);
                return new ObjectLoader.SmallObject(loader.getType(), loader.getCachedBytes(Integer.MAX_VALUE));
            });
        }

        @Override
        public Collection<ObjectId> resolve(AbbreviatedObjectId id) throws IOException {
            return read(() -> others.resolve(id));
        }

        @Override
        public Set<ObjectId> getShallowCommits() throws IOException {
            return others.getShallowCommits();
        }

        @Override
        public ObjectReader newReader() {
            return new Reader();
        }

        @Override
        public ObjectInserter getCreatedFromInserter() {
            return PipelinedInserter.this;
        }

        @Override
        public void close() {
            // what it reads from closes with the inserter
        }
    }
}

package io.pggit.capture;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * What a replication connection reads from. It changes when a read returns, never what it returns:
 *
 * <ul>
 *   <li>While much comes, a read that would have to wait lets bytes gather for a moment first. The server sends message by
 *       message, and waking a waiting reader for each costs both sides more than the message.
 *   <li>A read with a timeout of {@value #PEEK_MS} ms, by which PgJDBC finds out whether something has come, times out at once
 *       where nothing has, the first time after something came; so what has come is handed on without waiting for more.
 * </ul>
 *
 * Used by one thread.
 */
final class GatheringInput extends FilterInputStream {
    private static final int PEEK_MS = 1;
    private static final int MUCH_BYTES = 1 << 17;
    private static final long GATHER_NANOS = 500_000;

    private int timeoutMs;
    /** Read since there was nothing. */
    private int burst;

    private boolean told = true;

    GatheringInput(InputStream in) {
        super(in);
    }

    void timeout(int ms) {
        timeoutMs = ms;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length > 0 && in.available() == 0) {
            nothing();
        }
        int count = in.read(into, offset, length);
        told = false;
        burst = Math.min(burst + Math.max(count, 0), MUCH_BYTES);
        return count;
    }

    private void nothing() throws IOException {
        if (burst == MUCH_BYTES) {
            LockSupport.parkNanos(GATHER_NANOS);
            if (in.available() > 0) {
                return;
            }
        }
        burst = 0;
        if (timeoutMs == PEEK_MS && !told) {
            told = true;
            throw new SocketTimeoutException("nothing has come");
        }
    }
}

package io.pggit.capture;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;

/** A socket whose input is a {@link GatheringInput}. Used by one thread. */
final class GatheringSocket extends Socket {
    private GatheringInput input;

    @Override
    public InputStream getInputStream() throws IOException {
        if (input == null) {
            input = new GatheringInput(super.getInputStream());
            input.timeout(getSoTimeout());
        }
        return input;
    }

    @Override
    public void setSoTimeout(int timeoutMs) throws SocketException {
        super.setSoTimeout(timeoutMs);
        if (input != null) {
            input.timeout(timeoutMs);
        }
    }
}

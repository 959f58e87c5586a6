package io.pggit.capture;

import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes the sockets of replication connections, for PgJDBC, which finds this class by its name. The server sends each message
 * by itself, and each wakes a reader that waits; see {@link GatheringInput}. Thread-safe.
 */
public final class GatheringSocketFactory extends SocketFactory {
    /** For PgJDBC. */
    public GatheringSocketFactory() {}

    @Override
    public Socket createSocket() {
        return new GatheringSocket();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw unconnected();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw unconnected();
    }

    private static UnsupportedOperationException unconnected() {
        return new UnsupportedOperationException("PgJDBC connects its sockets itself");
    }
}

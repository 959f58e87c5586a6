package io.pggit.testkit;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A piece of network between a client and a server that can be cut. Connections made after a cut work again. */
public final class TcpProxy implements AutoCloseable {
    private static final int BUFFER = 8_192;

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    private TcpProxy(ServerSocket listener, String host, int port) {
        this.listener = listener;
        this.host = host;
        this.port = port;
    }

    /** A proxy in front of a server, on a free port of this machine. */
    public static TcpProxy to(String host, int port) throws IOException {
        TcpProxy proxy = new TcpProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        proxy.start(proxy::accept);
        return proxy;
    }

    /** Where clients connect to. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Ends every connection in the middle of whatever is on its way, with a reset where the system allows it. */
    public void cut() {
        sockets.forEach(TcpProxy::reset);
        sockets.clear();
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // it is closed already
        }
        closeQuietly(socket);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket(host, port);
                sockets.add(client);
                sockets.add(server);
                start(() -> forward(client, server));
                start(() -> forward(server, client));
            } catch (IOException gone) {
                // the listener was closed, or the server is away: the client sees a connection that ends
            }
        }
    }

    private void forward(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                out.write(buffer, 0, length);
            }
        } catch (IOException gone) {
            // a cut, or one side has ended
        } finally {
            closeQuietly(from);
            closeQuietly(to);
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // nothing left to close
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        cut();
    }
}

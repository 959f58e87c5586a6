package io.pggit.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** TCP ports of the loopback address that nobody listens on. */
final class FreePort {
    private FreePort() {}

    /** A port that was free a moment ago. */
    static int any() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new LocalServerException("no free port on the loopback address", e);
        }
    }

    /**
     * The same port, checked to be free.
     *
     * @throws LocalServerException when something listens there; names the port
     */
    static int require(int port, String server) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return port;
        } catch (IOException e) {
            throw new LocalServerException(
                    server + ": port " + port + " is in use; stop what listens there or choose another port", e);
        }
    }

    /** Whether something listens on the port. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

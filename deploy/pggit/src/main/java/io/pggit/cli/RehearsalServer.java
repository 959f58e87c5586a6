package io.pggit.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Speaks just enough of PostgreSQL's protocol 3.0 that every command runs to its end and all classes it needs are loaded: lets
 * everybody in and answers each statement with one row. Only for {@link WarmUpCommand}.
 */
final class RehearsalServer implements AutoCloseable {
    private static final int SSL_REQUEST = 80877103;
    private static final int TEXT_OID = 25;

    private final ServerSocket server;
    private final String[] row;

    /** {@code row}: the texts every statement answers with. */
    RehearsalServer(String... row) throws IOException {
        this.server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        this.row = row.clone();
        Thread thread = new Thread(this::serve, "rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                talk(new DataInputStream(socket.getInputStream()), new DataOutputStream(socket.getOutputStream()));
            } catch (IOException e) {
                // the client has left, or the rehearsal is over
            }
        }
    }

    private void talk(DataInputStream in, DataOutputStream out) throws IOException {
        while (startup(in) == SSL_REQUEST) {
            out.writeByte('N');
        }
        send(out, 'R', body -> body.writeInt(0));
        for (String parameter : new String[] {
            "server_version=18.0",
            "client_encoding=UTF8",
            "DateStyle=ISO, MDY",
            "TimeZone=UTC",
            "integer_datetimes=on",
            "standard_conforming_strings=on"
        }) {
            send(out, 'S', body -> Arrays.stream(parameter.split("=")).forEach(word -> text(body, word)));
        }
        ready(out);
        for (int kind = in.read(); kind > 0 && kind != 'X'; kind = in.read()) {
            in.skipNBytes(in.readInt() - Integer.BYTES);
            answer(kind, out);
        }
    }

    private static int startup(DataInputStream in) throws IOException {
        int length = in.readInt();
        int code = in.readInt();
        in.skipNBytes(length - 2L * Integer.BYTES);
        return code;
    }

    private void answer(int kind, DataOutputStream out) throws IOException {
        switch (kind) {
            case 'P' -> send(out, '1', body -> {});
            case 'B' -> send(out, '2', body -> {});
            case 'C' -> send(out, '3', body -> {});
            case 'D' -> send(out, 'T', this::describe);
            case 'E' -> {
                send(out, 'D', this::values);
                send(out, 'C', body -> text(body, "SELECT 1"));
            }
            case 'Q' -> {
                send(out, 'C', body -> text(body, "SET"));
                ready(out);
            }
            case 'S' -> ready(out);
            default -> {
                // Flush and the like ask for no answer
            }
        }
    }

    private static void ready(DataOutputStream out) throws IOException {
        send(out, 'Z', body -> body.writeByte('I'));
        out.flush();
    }

    private void describe(DataOutputStream body) throws IOException {
        body.writeShort(row.length);
        for (int i = 1; i <= row.length; i++) {
            text(body, "column" + i);
            body.writeInt(0);
            body.writeShort(0);
            body.writeInt(TEXT_OID);
            body.writeShort(-1);
            body.writeInt(-1);
            body.writeShort(0);
        }
    }

    private void values(DataOutputStream body) throws IOException {
        body.writeShort(row.length);
        for (String value : row) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            body.writeInt(bytes.length);
            body.write(bytes);
        }
    }

    private static void text(DataOutputStream body, String text) {
        try {
            body.write(text.getBytes(StandardCharsets.UTF_8));
            body.writeByte(0);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written", e);
        }
    }

    private static void send(DataOutputStream out, char kind, Body content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        out.writeByte(kind);
        out.writeInt(bytes.size() + Integer.BYTES);
        bytes.writeTo(out);
        out.flush();
    }

    @FunctionalInterface
    private interface Body {
        void write(DataOutputStream body) throws IOException;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package vn.motcua.dossier;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Speaks clamd's part of INSTREAM and answers as a test says. */
final class FakeClamd implements AutoCloseable {

    private final ServerSocket door;
    private final Function<byte[], String> answer;
    volatile byte[] seen = {};

    /** @param answer to the bytes; empty to hang up without one */
    FakeClamd(Function<byte[], String> answer) {
        this.answer = answer;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread daemon = new Thread(this::serve, "fake-clamd");
        daemon.setDaemon(true);
        daemon.start();
    }

    String where() {
        return "127.0.0.1:" + door.getLocalPort();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                DataInputStream in = new DataInputStream(caller.getInputStream());
                String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    bytes.write(in.readNBytes(length));
                }
                seen = bytes.toByteArray();
                String said = command.equals("zINSTREAM\0") ? answer.apply(seen) : "UNKNOWN COMMAND";
                if (!said.isEmpty()) {
                    caller.getOutputStream().write((said + "\0").getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException e) {
                // the caller or the test has gone
            }
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.motcua.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Has files looked through by the daemon of ClamAV (clamd(8), INSTREAM): it gets the bytes, so it may run on another
 * machine and needs no right to read ours.
 */
final class Clamd {

    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final int HIGHEST_PORT = 65_535;

    private final String where;
    private final Duration patience;

    /**
     * @param where host:port, or the path of a socket
     * @param patience for everything together, from the call to the answer
     */
    Clamd(String where, Duration patience) {
        this.where = where;
        this.patience = patience;
        if (!where.startsWith("/") && !where.matches("\\S+:\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "motcua.attachments.clamd is host:port or the path of a socket, not " + where);
        }
        address();
    }

    /**
     * @return what was found, such as "Eicar-Signature"; empty for a clean file
     * @throws IOException where the daemon did not look through the file, for whatever reason
     */
    String find(Path file) throws IOException {
        String answer = ask(file);
        if (answer.equals("stream: OK")) {
            return "";
        }
        if (answer.startsWith("stream: ") && answer.endsWith(" FOUND")) {
            return answer.substring("stream: ".length(), answer.length() - " FOUND".length());
        }
        throw new IOException(answer.isEmpty() ? "clamd hung up" : "clamd said: " + answer);
    }

    private String ask(Path file) throws IOException {
        try (SocketChannel clamd =
                where.startsWith("/") ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open()) {
            CompletableFuture<Void> end =
                    new CompletableFuture<Void>().completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS);
            CompletableFuture<Void> hangingUp = end.thenRun(() -> hangUp(clamd));
            try {
                clamd.connect(address());
                send(clamd, file);
                return answer(clamd);
            } catch (UnresolvedAddressException e) {
                throw new IOException("There is no " + where, e);
            } finally {
                hangingUp.cancel(false);
                end.cancel(false);
            }
        }
    }

    private SocketAddress address() {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        int colon = where.lastIndexOf(':');
        int port = Integer.parseInt(where.substring(colon + 1));
        if (port > HIGHEST_PORT) {
            throw new IllegalArgumentException("motcua.attachments.clamd names a port that there is not: " + where);
        }
        return new InetSocketAddress(where.substring(0, colon).replaceAll("^\\[|]$", ""), port);
    }

    /** Wherever another thread waits for the daemon, it waits no longer. */
    private static void hangUp(SocketChannel clamd) {
        try {
            clamd.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void send(SocketChannel clamd, Path file) throws IOException {
        write(clamd, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = new byte[PIECE];
            for (int read = in.readNBytes(bytes, 0, PIECE); read > 0; read = in.readNBytes(bytes, 0, PIECE)) {
                write(clamd, length(read));
                write(clamd, ByteBuffer.wrap(bytes, 0, read));
            }
        }
        write(clamd, length(0));
    }

    private static ByteBuffer length(int length) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(length).flip();
    }

    private static void write(SocketChannel clamd, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            clamd.write(bytes);
        }
    }

    private static String answer(SocketChannel clamd) throws IOException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && clamd.read(answer) > 0) {
            // until it hangs up
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
    }
}

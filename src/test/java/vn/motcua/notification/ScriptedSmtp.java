package vn.motcua.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers as a test says: by the beginning of a command, "." for the end of the letter. */
final class ScriptedSmtp implements AutoCloseable {

    /** Closes the connection instead of answering. */
    static final String HANGS_UP = "";

    private final ServerSocket door;
    private final Map<String, String> answers;
    private final List<String> commands = new CopyOnWriteArrayList<>();

    ScriptedSmtp(Map<String, String> answers) {
        this.answers = answers;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread server = new Thread(this::serve, "scripted-smtp");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return door.getLocalPort();
    }

    List<String> commands() {
        return commands;
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                talk(caller);
            } catch (IOException e) {
                // the caller or the test has gone
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
        OutputStream out = caller.getOutputStream();
        say(out, "220 scripted");
        boolean inLetter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inLetter && !line.equals(".")) {
                continue;
            }
            commands.add(line);
            inLetter = line.equals("DATA") && answer(line).startsWith("354");
            if (answer(line).equals(HANGS_UP)) {
                return;
            }
            say(out, answer(line));
        }
    }

    private String answer(String line) {
        return answers.entrySet().stream()
                .filter(each -> line.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(line.equals("DATA") ? "354 go on" : "250 fine");
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
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

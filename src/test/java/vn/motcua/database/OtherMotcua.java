package vn.motcua.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import vn.motcua.refusal.Refusal;

/** A second process on a data directory: tries its lock, or holds its database until somebody kills it. */
final class OtherMotcua implements AutoCloseable {

    static final String REFUSED = "refused";
    static final String READY = "ready";

    private final Process process;
    private final BufferedReader output;

    private OtherMotcua(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    static OtherMotcua locks(DataDirectory directory) throws IOException {
        return run("lock", directory);
    }

    static OtherMotcua holdsDatabase(DataDirectory directory) throws IOException {
        return run("hold", directory);
    }

    private static OtherMotcua run(String task, DataDirectory directory) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherMotcua.class.getName(),
                task,
                directory.path().toString());
        return new OtherMotcua(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Waits until the process has got what it came for, or was refused it. */
    String answer() throws IOException {
        String line = output.readLine();
        while (line != null && !line.equals(READY) && !line.equals(REFUSED)) {
            line = output.readLine();
        }
        return line;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        DataDirectory directory = DataDirectory.at(arguments[1]);
        try {
            if (arguments[0].equals("lock")) {
                DataDirectoryLock.take(directory);
            } else {
                Sql.write(EmbeddedDatabase.start(directory), "insert into citizen values ('Lý Văn Đạt')");
            }
            System.out.println(READY);
            Thread.sleep(60_000);
        } catch (Refusal refusal) {
            System.out.println(REFUSED);
        }
    }
}

package vn.motcua.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.motcua.Motcua;

/** The product as a process of its own, on a fresh directory with its embedded PostgreSQL. */
class MotcuaProcessTest {

    @TempDir
    Path directory;

    @Test
    void from_raw_register_to_published_figures_on_a_fresh_directory() throws Exception {
        Path data = directory.resolve("data");
        String dir = "--data-dir=" + data;
        assertThat(run("recount", dir)).isEqualTo("recounted 0, differences 0\n");
        run(
                "import-catalogue",
                dir,
                "--procedures",
                shipped("procedures-langson-2019.csv"),
                "--agencies",
                shipped("agencies-langson-2019.csv"));
        assertThat(run(dir, "import-register", shipped("register-langson-2019.csv")))
                .isEqualTo("imported 12072, unchanged 0, refused 0\n");
        assertThat(run(
                        "report",
                        "ii06a",
                        "--from",
                        "2019-01-01",
                        "--to",
                        "2019-04-30",
                        "--data-dir",
                        data.toString(),
                        "--group-by",
                        "sector"))
                .contains("\"Xuất bản, In và Phát hành\",93,18,74,1,70,53,10,7,23,4,19\n");
        assertThat(data.resolve("logs/motcua.log")).isNotEmptyFile();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void the_server_loads_the_demo_once_keeps_others_out_and_stops_cleanly() throws Exception {
        Path data = directory.resolve("data");
        int port = freePort();
        Process server = start("--data-dir", data.toString(), "--server.port=" + port);
        try {
            assertThat(waitForPage(port)).contains("10.392", "71,6 %");
            Process second = start("recount", "--data-dir", data.toString());
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(1);
            assertThat(text(errorFile(second))).contains("đang được một Motcua khác dùng");
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(text(outputFile(server)))
                .contains("chuyenvien", "motcua-xin-chao", "tiếp nhận 10.392, giải quyết 7.444 (71,6 %)");
        assertThat(run("report", "ii06a", "--from=2019-01-01", "--to=2019-04-30", "--data-dir", data.toString()))
                .contains("all,10392,1374,8606,412,7444,5632,572,1240,2948,808,2140");
    }

    private final List<Process> processes = new ArrayList<>();

    private String run(String... args) throws Exception {
        Process process = start(args);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(text(errorFile(process))).isZero();
        return text(outputFile(process));
    }

    /** In a locale without UTF-8, where Java 17 by itself would print "?" for Vietnamese. */
    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPathOfTheProduct(),
                Motcua.class.getName()));
        command.addAll(Arrays.asList(args));
        int number = processes.size();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve(number + ".out").toFile())
                .redirectError(directory.resolve(number + ".err").toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().remove("SPRING_DATASOURCE_URL");
        builder.environment().remove("MOTCUA_ADMIN_USERNAME");
        builder.environment().remove("MOTCUA_ADMIN_PASSWORD");
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    /** Without the tests, whose logging settings are not the product's. */
    private static String classPathOfTheProduct() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path outputFile(Process process) {
        return directory.resolve(processes.indexOf(process) + ".out");
    }

    private Path errorFile(Process process) {
        return directory.resolve(processes.indexOf(process) + ".err");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static String waitForPage(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/thong-ke"))
                .build();
        for (int i = 0; i < 360; i++) {
            try {
                return HttpClient.newHttpClient()
                        .send(request, BodyHandlers.ofString())
                        .body();
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(500);
            }
        }
        throw new AssertionError("The server did not start");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private String shipped(String name) throws IOException {
        Path file = directory.resolve(name);
        try (var stream = MotcuaProcessTest.class.getResourceAsStream("/demo/" + name)) {
            Files.copy(java.util.Objects.requireNonNull(stream), file);
        }
        return file.toString();
    }
}

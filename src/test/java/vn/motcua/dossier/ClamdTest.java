package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.TestPostgres;
import vn.motcua.support.TestStore;

/** A scanner that the settings name is asked about every file, and nothing is kept that it did not look through. */
class ClamdTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String AGAIN =
            "Chưa kiểm tra được tệp có mã độc hay không nên chưa nhận tệp; hãy thử lại sau ít phút";

    /** What our own signature database calls a virus. */
    private static final String WORM = "Sau doc trong ho so 2026";

    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("tep"), bytes);
    }

    private static VirusScan scan(FakeClamd clamd) {
        return new VirusScan(clamd.where(), LONG);
    }

    @Test
    void it_is_sent_every_byte_in_pieces() throws IOException {
        byte[] bytes = Arrays.copyOf(SampleFiles.pdf(), 300_001);
        Arrays.fill(bytes, 1000, bytes.length, (byte) 7);
        try (FakeClamd clamd = new FakeClamd(seen -> "stream: OK")) {
            scan(clamd).check(file(bytes));
            assertThat(clamd.seen).isEqualTo(bytes);
        }
    }

    @Test
    void what_it_finds_is_refused_without_telling_what_it_was() throws IOException {
        Path file = file(SampleFiles.pdf());
        try (FakeClamd clamd = new FakeClamd(seen -> "stream: Win.Test.EICAR_HDB-1 FOUND")) {
            assertThatThrownBy(() -> scan(clamd).check(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("mã độc")
                    .hasMessageNotContaining("EICAR");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "INSTREAM size limit exceeded. ERROR",
                "stream: Can't allocate memory ERROR",
                "stream: OK stream: OK",
                "FOUND",
                "OK"
            })
    void any_other_answer_is_none(String answer) throws IOException {
        Path file = file(SampleFiles.pdf());
        try (FakeClamd clamd = new FakeClamd(seen -> answer)) {
            assertThatThrownBy(() -> scan(clamd).check(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(AGAIN);
        }
    }

    @Test
    void a_scanner_that_says_nothing_is_waited_for_no_longer_than_set() throws IOException {
        Path file = file(SampleFiles.pdf());
        CountDownLatch end = new CountDownLatch(1);
        try (FakeClamd clamd = new FakeClamd(seen -> awaited(end))) {
            assertThatThrownBy(() -> new VirusScan(clamd.where(), Duration.ofMillis(200)).check(file))
                    .isInstanceOf(Refusal.class)
                    .hasMessage(AGAIN);
            end.countDown();
        }
    }

    private static String awaited(CountDownLatch end) {
        try {
            return end.await(1, TimeUnit.MINUTES) ? "" : "stream: OK";
        } catch (InterruptedException e) {
            return "";
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:1", "khong-co-may-nay.invalid:3310", "/khong/co/clamd.ctl"})
    void a_scanner_that_is_not_there_is_told_as_one(String where) throws IOException {
        Path file = file(SampleFiles.pdf());
        assertThatThrownBy(() -> new VirusScan(where, LONG).check(file))
                .isInstanceOf(Refusal.class)
                .hasMessage(AGAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clamav", "localhost:", "localhost:99999", "localhost:x"})
    void a_setting_that_names_no_scanner_does_not_pass_for_one(String where) {
        assertThatThrownBy(() -> new VirusScan(where, LONG)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_the_scanner_did_not_pass_is_not_kept() {
        byte[][] bytes = {SampleFiles.pdf()};
        try (FakeClamd clamd = new FakeClamd(seen -> Arrays.equals(seen, bytes[0]) ? "stream: X FOUND" : "stream: OK");
                TestStore store = TestStore.at(
                                TestPostgres.newDatabase(), "--motcua.attachments.clamd=" + clamd.where())
                        .importCatalogue()) {
            Attachments attachments = store.bean(Attachments.class);
            AttachmentHolder holder = holder(store);
            assertThatThrownBy(() -> add(attachments, holder, bytes[0])).isInstanceOf(Refusal.class);
            clamd.close();
            assertThatThrownBy(() -> add(attachments, holder, SampleFiles.docx(false)))
                    .hasMessage(AGAIN);
            assertThat(store.jdbc()
                            .sql("select count(*) from motcua.attachment_piece")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void the_real_daemon_of_clamav_finds_what_its_database_knows() throws Exception {
        Path program = Stream.of("/usr/sbin/clamd", "/usr/local/sbin/clamd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(program != null, "clamd is not installed");
        Path socket = folder.resolve("clamd.ctl");
        Process daemon = started(program, socket);
        try {
            VirusScan scan = new VirusScan(socket.toString(), LONG);
            scan.check(file(SampleFiles.pdf()));
            Path infected = file(("%PDF-1.4 " + WORM).getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> scan.check(infected)).hasMessageContaining("bị nhận diện là có mã độc");
            Path packed = file(SampleFiles.zip(java.util.Map.of("word/document.xml", "%PDF-1.4 " + WORM)));
            assertThatThrownBy(() -> scan.check(packed)).hasMessageContaining("bị nhận diện là có mã độc");
        } finally {
            daemon.destroy();
            daemon.waitFor(30, TimeUnit.SECONDS);
        }
    }

    private Process started(Path program, Path socket) throws IOException, InterruptedException {
        Path signatures = Files.createDirectory(folder.resolve("db"));
        String hex = HexFormat.of().formatHex(WORM.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(signatures.resolve("motcua.ndb"), "Motcua.Test.Worm:0:*:" + hex + "\n");
        Path settings = Files.write(
                folder.resolve("clamd.conf"),
                List.of(
                        "Foreground yes",
                        "DatabaseDirectory " + signatures,
                        "LocalSocket " + socket,
                        "LocalSocketMode 600"));
        Process daemon = new ProcessBuilder(program.toString(), "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        for (int tries = 0; !Files.exists(socket); tries++) {
            if (tries > 600 || !daemon.isAlive()) {
                throw new AssertionError("clamd did not start: " + Files.readString(folder.resolve("clamd.log")));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return daemon;
    }

    private static AttachmentHolder holder(TestStore store) {
        return AttachmentHolder.dossier(store.bean(Dossiers.class)
                .file(
                        new Filing(
                                "1.003868",
                                "000.00.14.H37",
                                Channel.IN_PERSON,
                                new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng")),
                        Act.by("x"))
                .id());
    }

    private static void add(Attachments attachments, AttachmentHolder holder, byte[] bytes) {
        attachments.add(holder, null, "don.pdf", "clerk", new ByteArrayInputStream(bytes));
    }
}

package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.SampleFiles;

class ContentRulesTest {

    private static final String INFECTED = "mã độc";
    private static final String SWELLS = "Tệp nén bất thường";

    @TempDir
    private Path folder;

    private void check(byte[] bytes, AttachmentKind kind) throws IOException {
        Path file = folder.resolve("tep");
        Files.write(file, bytes);
        ContentRules.check(file, kind);
    }

    private void refused(byte[] bytes, AttachmentKind kind, String why) {
        assertThatThrownBy(() -> check(bytes, kind)).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    private static byte[] office(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            Map<String, byte[]> all = new LinkedHashMap<>();
            all.put("[Content_Types].xml", "<x/>".getBytes(StandardCharsets.UTF_8));
            all.put("word/document.xml", "<x/>".getBytes(StandardCharsets.UTF_8));
            all.putAll(entries);
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void files_as_people_have_them_are_fine() throws IOException {
        check(SampleFiles.pdf(), AttachmentKind.PDF);
        check(SampleFiles.picture("png", 1), AttachmentKind.PNG);
        check(SampleFiles.docx(false), AttachmentKind.DOCX);
        check(SampleFiles.odt(), AttachmentKind.ODT);
        check(office(Map.of("word/embeddings/bang.xlsx", SampleFiles.xlsx())), AttachmentKind.DOCX);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 16_383, 16_384, 16_350, 40_000})
    void the_test_virus_is_found_wherever_it_stands_in_a_file_that_begins_as_a_pdf(int before) {
        byte[] bytes = Arrays.copyOf(SampleFiles.pdf(), 200_000);
        byte[] mark = Eicar.bytes();
        System.arraycopy(mark, 0, bytes, SampleFiles.pdf().length + before, mark.length);
        refused(bytes, AttachmentKind.PDF, INFECTED);
    }

    @Test
    void what_only_begins_like_the_test_virus_is_fine_and_hides_no_real_one() throws IOException {
        String almost = Eicar.text().substring(0, 67);
        check(("%PDF-" + almost + "?").getBytes(StandardCharsets.US_ASCII), AttachmentKind.PDF);
        refused(("%PDF-" + almost + Eicar.text()).getBytes(StandardCharsets.US_ASCII), AttachmentKind.PDF, INFECTED);
        String untilItBeginsAnew = Eicar.text().substring(0, 14);
        refused(
                ("%PDF-" + untilItBeginsAnew + Eicar.text()).getBytes(StandardCharsets.US_ASCII),
                AttachmentKind.PDF,
                INFECTED);
    }

    @Test
    void the_test_virus_is_found_in_an_office_file_and_in_one_within() throws IOException {
        refused(office(Map.of("word/media/anh.png", Eicar.bytes())), AttachmentKind.DOCX, INFECTED);
        byte[] sheet = SampleFiles.zip(Map.of("xl/workbook.xml", "x" + Eicar.text()));
        refused(office(Map.of("word/embeddings/bang.xlsx", sheet)), AttachmentKind.DOCX, INFECTED);
    }

    @Test
    void the_program_itself_holds_no_test_virus() throws IOException {
        for (Class<?> type : new Class<?>[] {TestVirus.class, ContentRules.class, Eicar.class}) {
            byte[] program =
                    type.getResourceAsStream(type.getSimpleName() + ".class").readAllBytes();
            assertThat(new String(program, StandardCharsets.ISO_8859_1)).doesNotContain(Eicar.text());
        }
    }

    @Test
    void an_office_file_that_swells_a_hundredfold_is_refused() throws IOException {
        refused(office(Map.of("word/media/a.bin", new byte[20 << 20])), AttachmentKind.DOCX, SWELLS);
    }

    @Test
    void many_entries_that_swell_only_together_are_refused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) {
            entries.put("word/media/" + i, new byte[900_000]);
        }
        refused(office(entries), AttachmentKind.DOCX, SWELLS);
    }

    @Test
    void an_entry_that_lies_about_its_size_is_measured() throws IOException {
        byte[] bytes = office(Map.of("word/media/a.bin", new byte[20 << 20]));
        refused(lying(bytes, 20 << 20), AttachmentKind.DOCX, SWELLS);
    }

    /** The size in the directory of the archive made small. */
    private static byte[] lying(byte[] bytes, int size) {
        ByteBuffer archive = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < bytes.length - 28; at++) {
            if (archive.getInt(at) == 0x02014b50 && archive.getInt(at + 24) == size) {
                archive.putInt(at + 24, 1000);
                return bytes;
            }
        }
        throw new AssertionError("No entry of that size");
    }

    @Test
    void an_archive_with_too_many_entries_is_refused() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 5_000; i++) {
            entries.put("word/" + i, new byte[0]);
        }
        refused(office(entries), AttachmentKind.DOCX, SWELLS);
    }

    @Test
    void archives_in_archives_in_archives_are_refused() throws IOException {
        byte[] inner = SampleFiles.zip(Map.of("a", "x"));
        byte[] middle = office(Map.of("b.zip", inner));
        refused(office(Map.of("c.zip", middle)), AttachmentKind.DOCX, SWELLS);
    }

    @Test
    void what_swells_within_an_archive_within_is_refused_too() throws IOException {
        byte[] bomb = office(Map.of("a.bin", new byte[30 << 20]));
        byte[] filler = new byte[10_000];
        new Random(1).nextBytes(filler);
        refused(office(Map.of("word/embeddings/a.docx", bomb, "b.bin", filler)), AttachmentKind.DOCX, SWELLS);
    }

    @Test
    void a_broken_archive_is_refused_with_a_sentence() throws IOException {
        byte[] text = new Random(2)
                .ints(5_000, 'a', 'z')
                .collect(StringBuilder::new, (all, letter) -> all.append((char) letter), StringBuilder::append)
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = office(Map.of("word/media/a.txt", text));
        Arrays.fill(bytes, 400, 900, (byte) 0xFF);
        assertThatCode(() -> check(bytes, AttachmentKind.DOCX))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Tệp bị hỏng");
    }
}

package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.TestStore;

class AttachmentsTest {

    private static TestStore store;
    private static Attachments attachments;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        attachments = store.bean(Attachments.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static AttachmentHolder dossier() {
        Dossier dossier = store.bean(Dossiers.class)
                .file(
                        new Filing(
                                "1.003868",
                                "000.00.14.H37",
                                Channel.IN_PERSON,
                                new Applicant(Applicant.Kind.PERSON, "Nông Thị Hằng")),
                        Act.by("x"));
        return AttachmentHolder.dossier(dossier.id());
    }

    private static Attachment add(AttachmentHolder holder, String name, byte[] bytes) {
        return attachments.add(holder, null, name, "clerk", new ByteArrayInputStream(bytes));
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of(AttachmentKind.PDF, SampleFiles.pdf()),
                Arguments.of(AttachmentKind.JPEG, SampleFiles.picture("jpg", 1)),
                Arguments.of(AttachmentKind.PNG, SampleFiles.picture("png", 1)),
                Arguments.of(AttachmentKind.DOCX, SampleFiles.docx(false)),
                Arguments.of(AttachmentKind.XLSX, SampleFiles.xlsx()),
                Arguments.of(AttachmentKind.ODT, SampleFiles.odt()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_file_is_of_the_kind_that_its_content_says_whatever_it_is_called(AttachmentKind kind, byte[] bytes) {
        assertThat(add(dossier(), "trang.html", bytes).kind()).isEqualTo(kind);
    }

    static Stream<byte[]> strangers() {
        return Stream.of(
                "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8),
                "\n%PDF-1.4 but not at its beginning".getBytes(StandardCharsets.UTF_8),
                "MZ program".getBytes(StandardCharsets.UTF_8),
                SampleFiles.zip(Map.of("a.txt", "x")),
                SampleFiles.zip(Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet")),
                Arrays.copyOf(SampleFiles.docx(false), 40),
                SampleFiles.docx(true),
                new byte[0]);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void anything_else_is_refused_even_under_a_good_name(byte[] bytes) {
        AttachmentHolder holder = dossier();
        assertThatThrownBy(() -> add(holder, "don.pdf", bytes)).isInstanceOf(Refusal.class);
        assertThat(attachments.of(holder)).isEmpty();
    }

    @Test
    void an_infected_file_is_refused_without_any_scanner_and_leaves_nothing_behind() throws IOException {
        AttachmentHolder holder = dossier();
        List<Path> before = temporary();
        byte[] bytes = Arrays.copyOf(SampleFiles.pdf(), 1_000);
        System.arraycopy(Eicar.bytes(), 0, bytes, 500, 68);
        assertThatThrownBy(() -> add(holder, "don.pdf", bytes))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("mã độc");
        assertThat(attachments.of(holder)).isEmpty();
        assertThat(temporary()).isEqualTo(before);
    }

    @Test
    void a_file_of_several_pieces_comes_back_byte_by_byte() throws IOException {
        byte[] bytes = Arrays.copyOf(SampleFiles.pdf(), 1_300_000);
        Arrays.fill(bytes, 1000, bytes.length, (byte) 7);
        AttachmentHolder holder = dossier();
        Attachment file = add(holder, "lớn.pdf", bytes);
        assertThat(file.size()).isEqualTo(bytes.length);
        assertThat(file.shownSize()).isEqualTo("1,2 MB");
        try (InputStream in = attachments.open(file)) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void a_file_that_is_too_long_is_refused_and_leaves_nothing_behind() throws IOException {
        AttachmentHolder holder = dossier();
        byte[] bytes = Arrays.copyOf(SampleFiles.pdf(), (20 << 20) + 1);
        List<Path> before = temporary();
        assertThatThrownBy(() -> add(holder, "don.pdf", bytes)).hasMessageContaining("20 MB");
        assertThat(temporary()).isEqualTo(before);
        assertThat(attachments.of(holder)).isEmpty();
    }

    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("motcua-upload"))
                    .toList();
        }
    }

    @Test
    void a_dossier_has_fifty_files_and_no_more() {
        AttachmentHolder holder = dossier();
        for (int i = 0; i < 50; i++) {
            add(holder, i + ".png", SampleFiles.picture("png", i));
        }
        assertThatThrownBy(() -> add(holder, "51.pdf", SampleFiles.pdf())).hasMessageContaining("50 tệp");
        attachments.remove(holder, attachments.of(holder).get(0).id(), "clerk");
        add(holder, "51.pdf", SampleFiles.pdf());
    }

    @Test
    void the_same_bytes_again_are_the_same_file() {
        AttachmentHolder holder = dossier();
        Attachment first = add(holder, "a.pdf", SampleFiles.pdf());
        assertThat(add(holder, "b.pdf", SampleFiles.pdf())).isEqualTo(first);
        assertThat(attachments.of(holder)).hasSize(1);
    }

    @Test
    void a_file_of_a_dossier_leaves_the_list_and_never_the_store() {
        AttachmentHolder holder = dossier();
        Attachment file = add(holder, "a.pdf", SampleFiles.pdf());
        attachments.remove(holder, file.id(), "leader");
        assertThat(attachments.of(holder)).isEmpty();
        assertThat(attachments.find(holder, file.id())).isEmpty();
        assertThat(store.jdbc()
                        .sql("select removed_by from motcua.attachment where id = ?")
                        .param(file.id())
                        .query(String.class)
                        .single())
                .isEqualTo("leader");
        for (String change : List.of(
                "delete from motcua.attachment where id = ?",
                "update motcua.attachment set name = 'b.pdf' where id = ?",
                "update motcua.attachment set removed_by = 'other' where id = ?")) {
            assertThatThrownBy(() -> store.jdbc().sql(change).param(file.id()).update())
                    .hasMessageContaining("only removed from its list");
        }
    }

    @Test
    void a_file_is_found_only_where_it_belongs() {
        Attachment file = add(dossier(), "a.pdf", SampleFiles.pdf());
        assertThat(attachments.find(dossier(), file.id())).isEmpty();
    }
}

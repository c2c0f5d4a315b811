package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalogue.ProcedureDefinition.Component;
import vn.motcua.demo.DemoCatalogueForTests;

/** Blank forms: the shipped ones are what they say, an office's own come first, and nothing else can be had. */
class FormFilesTest {

    private static final String SHIPPED = "don-de-nghi-xuat-ban-tai-lieu-khong-kinh-doanh.docx";

    @TempDir
    private Path outside;

    private Path own;
    private FormFiles files;

    @BeforeEach
    void open() throws IOException {
        own = Files.createDirectory(outside.resolve("forms"));
        Files.writeString(outside.resolve("secret.pdf"), "secret");
        Files.writeString(own.resolve("Đơn.pdf"), "own");
        files = new FormFiles(own.toString());
    }

    @Test
    void a_file_of_the_office_is_taken_before_a_shipped_one() throws IOException {
        assertThat(content("Đơn.pdf")).isEqualTo("own");
        assertThat(files.of(paper(SHIPPED)).orElseThrow().extension()).isEqualTo("DOCX");
        Files.writeString(own.resolve(SHIPPED), "ours");
        assertThat(content(SHIPPED)).isEqualTo("ours");
        assertThat(new FormFiles("").of(paper(SHIPPED))).isPresent();
        assertThat(new FormFiles(own.resolve("nowhere").toString()).of(paper(SHIPPED)))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.pdf",
                "..\\secret.pdf",
                "forms/../../secret.pdf",
                "/etc/passwd",
                "..",
                ".hidden.pdf",
                "folder.pdf",
                "run.exe",
                "Đơn",
                "nothing.pdf",
                "link.pdf",
                "Đơn.pdf\0",
                "../catalogue.yaml"
            })
    void a_name_leads_nowhere_else(String name) throws IOException {
        Files.writeString(own.resolve(".hidden.pdf"), "hidden");
        Files.writeString(own.resolve("run.exe"), "program");
        Files.createDirectory(own.resolve("folder.pdf"));
        Files.createSymbolicLink(own.resolve("link.pdf"), outside.resolve("secret.pdf"));
        assertThat(files.of(paper(name))).isEmpty();
    }

    @Test
    void every_form_of_the_demo_is_a_document_that_opens() throws Exception {
        List<String> names = DemoCatalogueForTests.definitions().stream()
                .flatMap(definition -> definition.components().stream())
                .map(Component::form)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(3);
        for (String name : names) {
            FormFiles.FormFile file = files.of(paper(name)).orElseThrow();
            try (InputStream stream = file.content().getInputStream()) {
                Map<String, byte[]> parts = parts(stream.readAllBytes());
                if (name.endsWith(".odt")) {
                    assertThat(new String(parts.get("mimetype"), StandardCharsets.US_ASCII))
                            .isEqualTo(file.type().toString());
                    assertThat(parts).containsKeys("content.xml", "styles.xml", "META-INF/manifest.xml");
                } else {
                    assertThat(parts).containsKeys("[Content_Types].xml", "_rels/.rels", "word/document.xml");
                }
                parts.remove("mimetype");
                for (byte[] xml : parts.values()) {
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
                }
            }
        }
    }

    @Test
    void the_application_for_a_publication_asks_for_what_the_law_wants_in_fields_to_fill_in() throws IOException {
        try (InputStream stream =
                files.of(paper(SHIPPED)).orElseThrow().content().getInputStream()) {
            String document = new String(parts(stream.readAllBytes()).get("word/document.xml"), StandardCharsets.UTF_8);
            for (String field : List.of(
                    "title",
                    "origin",
                    "translator",
                    "media",
                    "units",
                    "trimSize",
                    "printRun",
                    "language",
                    "printer",
                    "purpose",
                    "summary")) {
                assertThat(document).contains("<w:tag w:val=\"" + field + "\"/>");
            }
            assertThat(document).contains("02 bản thảo đóng dấu từng tờ", "Độc lập – Tự do – Hạnh phúc");
        }
    }

    private String content(String name) throws IOException {
        try (InputStream stream = files.of(paper(name)).orElseThrow().content().getInputStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Component paper(String form) {
        return new Component("Đơn", 1, 0, form);
    }

    private static Map<String, byte[]> parts(byte[] file) throws IOException {
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }
}

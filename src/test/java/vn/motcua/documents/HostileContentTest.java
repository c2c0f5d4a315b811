package vn.motcua.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page names, nothing outside of it is opened; whatever somebody is called, the paper comes out. */
class HostileContentTest {

    private static final String SECRET = "MATKHAU";

    private final AtomicInteger asked = new AtomicInteger();
    private final PdfRenderer renderer = new PdfRenderer();
    private HttpServer server;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws Exception {
        Files.writeString(folder.resolve("secret.txt"), SECRET);
        Files.writeString(folder.resolve("secret.css"), "p:before { content: '" + SECRET + "'; }");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src='%s/secret.txt'/>",
                "<img src='%s/a.svg'/>",
                "<link rel='stylesheet' href='%s/secret.css'/>",
                "<style>@import url('%s/secret.css');</style>",
                "<style>@font-face { font-family: X; src: url('%s/a.ttf'); } p { font-family: X; }</style>",
                "<p style=\"background: url('%s/a.png')\">x</p>",
                "<ul style=\"list-style-image: url('%s/a.png')\"><li>x</li></ul>",
                "<p style=\"content: url('%s/a.png')\">x</p>",
                "<object data='%s/secret.txt' type='text/plain'></object>",
                "<object data='%s/a.pdf' type='application/pdf'></object>",
                "<iframe src='%s/secret.txt'></iframe>",
                "<embed src='%s/secret.txt'/>",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'><image xlink:href='%s/a.png'/></svg>",
                "<a href='%s/secret.txt' download='x'>x</a>",
                "<script src='%s/a.js'></script>",
                "<input type='image' src='%s/a.png'/>"
            })
    void no_file_and_no_address_that_a_page_names_is_opened(String markup) {
        String web = "http://localhost:" + server.getAddress().getPort();
        for (String place : new String[] {web, folder.toUri().toString(), folder.toString(), "jar:" + folder.toUri()}) {
            byte[] pdf = renderer.render("<html><body><p>Giấy</p>" + markup.formatted(place) + "</body></html>");
            assertThat(PrintOffice.text(pdf)).contains("Giấy").doesNotContain(SECRET);
            assertNothingIsAttached(pdf);
        }
        assertThat(asked).as("requests over the network").hasValue(0);
    }

    @Test
    void a_page_that_defines_entities_is_not_read() {
        String bomb = "<!DOCTYPE html [<!ENTITY x SYSTEM '"
                + folder.resolve("secret.txt").toUri() + "'>]>" + "<html><body><p>&x;</p></body></html>";
        assertThatThrownBy(() -> renderer.render(bomb)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void letters_typed_as_base_and_marks_become_the_letters_of_the_font() {
        assertThat(PrintOffice.text(renderer.render(
                        "<html><body><p>Nguye\u0302\u0303n Thi\u0323 Be\u0301 \u0110a\u0302\u0323u</p></body></html>")))
                .contains("Nguyễn Thị Bé Đậu");
    }

    @Test
    void what_the_font_lacks_is_a_box_and_what_steers_is_left_out() {
        assertThat(
                        PrintOffice.text(
                                renderer.render(
                                        "<html><body><p>A\u202EB\u200BC\uFEFFD 😀 漢 👩\u200D👩\u200D👧 \uD83C\uDFF3\uFE0F E</p></body></html>")))
                .contains("ABCD □ □ □□□ □ E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script><img src='file:///etc/passwd'/>",
                "\"'></p></body><!-- ]]> &amp; &xxe; ${7*7} *{x} [[${code}]] __${1}__ |x|",
                "Trần 😀 Văn \u0001\u0007 漢字 \u202Eẫ\u0338",
                "\u0338dấu ở đầu",
                "%s %n \\ {0}"
            })
    void an_applicants_name_is_only_a_name(String name) {
        try (PrintOffice office = PrintOffice.open()) {
            String text = office.text(office.receive(name), PrintForm.RECEIPT);
            String visible = PrintableText.clean(name, new SerifFont()::has).strip();
            assertThat(text.replace(" ", "")).contains(visible.replace(" ", "")).doesNotContain("49*{x}");
            assertThat(text).doesNotContain("root:");
        }
    }

    @Test
    void a_very_long_name_stays_on_the_paper() throws Exception {
        String line = "Ô".repeat(3_000);
        byte[] pdf = renderer.render("<html><head><style>p, td { word-wrap: break-word; } @page { size: A5; }"
                + "table { table-layout: fixed; width: 100%; }</style></head><body><p>" + line
                + "</p><table><tr><td>" + line + "</td><td>x</td></tr></table></body></html>");
        assertThat(PrintOffice.text(pdf).chars().filter(letter -> letter == 'Ô').count())
                .isEqualTo(6_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(2, 12);
        }
    }

    private static void assertNothingIsAttached(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getNames() == null
                            || document.getDocumentCatalog().getNames().getEmbeddedFiles() == null)
                    .isTrue();
            for (PDPage page : document.getPages()) {
                assertThat(page.getResources().getXObjectNames()).isEmpty();
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}

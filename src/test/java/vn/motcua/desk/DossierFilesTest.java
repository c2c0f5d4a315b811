package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.UploadedFiles;

/** Files of a dossier over HTTP: what is shown, what is saved, and to whom. */
class DossierFilesTest {

    private static final String DRAFT = "Bản thảo tài liệu đóng dấu từng tờ";

    private static DeskOffice office;
    private static Visit officer;

    private String code;
    private String files;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        officer = office.as("officer");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void file() {
        code = office.filePublication();
        files = "/desk/dossiers/" + code + "/files";
    }

    private HttpResponse<String> send(Visit who, String component, String name, byte[] bytes, String... headers) {
        return UploadedFiles.send(who, "/password", files, component, name, bytes, headers);
    }

    private List<Attachment> stored() {
        return office.store
                .bean(Attachments.class)
                .of(office.store.bean(Dossiers.class).get(code).id());
    }

    private String address() {
        return files + "/" + stored().get(0).id();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("none");
    }

    @Test
    void a_file_is_listed_under_its_paper_and_shown_in_a_locked_up_page() {
        assertThat(officer.location(send(officer, DRAFT, "bản thảo.pdf", SampleFiles.pdf())))
                .isEqualTo(files);
        assertThat(officer.get(files).body()).contains(DRAFT, "bản thảo.pdf", "Nguyễn Thị officer");
        HttpResponse<String> shown = officer.get(address());
        assertThat(shown.body()).startsWith("%PDF-");
        assertThat(header(shown, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(shown, "Content-Disposition")).startsWith("inline");
        assertThat(header(shown, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(shown.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'none'", "frame-ancestors 'self'");
        assertThat(header(shown, "Cache-Control")).contains("no-store");
        assertThat(header(officer.get(address() + "?save"), "Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void pictures_are_shown_in_a_sandbox_and_office_files_are_only_saved() {
        send(officer, "", "ảnh.png", SampleFiles.picture("png", 3));
        HttpResponse<String> picture = officer.get(address());
        assertThat(header(picture, "Content-Type")).isEqualTo("image/png");
        assertThat(header(picture, "Content-Security-Policy")).contains("sandbox");
        assertThat(officer.get(files).body()).contains("<img src=\"" + address() + "\"");
        send(officer, "", "đơn.docx", SampleFiles.docx(false));
        assertThat(header(officer.get(files + "/" + stored().get(1).id()), "Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void what_the_name_or_the_browser_claims_counts_for_nothing() {
        HttpResponse<String> refused = send(
                officer,
                "",
                "trang.pdf",
                "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                "HX-Request",
                "true");
        assertThat(refused.body()).contains("trang.pdf: Chỉ nhận tệp PDF");
        assertThat(stored()).isEmpty();
        send(officer, "no such paper", "../../<b>trang</b>.html", SampleFiles.pdf());
        assertThat(stored()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("b_.html.pdf");
            assertThat(file.component()).isNull();
        });
        assertThat(header(officer.get(address()), "Content-Type")).isEqualTo("application/pdf");
    }

    @Test
    void a_file_over_the_limit_is_told_and_the_page_goes_on() {
        HttpResponse<String> refused =
                send(officer, "", "lớn.pdf", Arrays.copyOf(SampleFiles.pdf(), (20 << 20) + 1), "HX-Request", "true");
        assertThat(refused.statusCode()).isEqualTo(200);
        assertThat(refused.body()).contains("lớn.pdf: Tệp lớn hơn 20 MB");
        assertThat(stored()).isEmpty();
    }

    @Test
    void nobody_of_another_agency_sees_or_changes_anything() {
        send(officer, "", "a.pdf", SampleFiles.pdf());
        for (String other : List.of("commune.counter", "commune.officer", "commune.leader", "police.officer")) {
            Visit visit = office.as(other);
            for (String path : List.of(files, address(), address() + "?save")) {
                assertThat(visit.get(path).statusCode()).as(other + path).isEqualTo(404);
            }
            assertThat(visit.submit("/password", address() + "/remove").statusCode())
                    .isEqualTo(404);
            assertThat(send(visit, "", "b.png", SampleFiles.picture("png", 5)).statusCode())
                    .isEqualTo(404);
        }
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_file_is_not_found_under_another_dossier() {
        send(officer, "", "a.pdf", SampleFiles.pdf());
        String other = "/desk/dossiers/" + office.filePublication() + "/files/"
                + stored().get(0).id();
        assertThat(officer.get(other).statusCode()).isEqualTo(404);
        assertThat(officer.submit("/password", other + "/remove").statusCode()).isEqualTo(404);
    }

    @Test
    void managers_look_and_change_nothing() {
        send(officer, "", "a.pdf", SampleFiles.pdf());
        Visit manager = office.as("manager");
        assertThat(manager.get(files).body()).contains("a.pdf").doesNotContain("type=\"file\"", "/remove");
        assertThat(send(manager, "", "b.png", SampleFiles.picture("png", 5)).statusCode())
                .isEqualTo(403);
        assertThat(manager.submit("/password", address() + "/remove").statusCode())
                .isEqualTo(403);
    }

    @Test
    void who_added_a_file_or_a_leader_removes_it() {
        send(officer, "", "a.pdf", SampleFiles.pdf());
        Visit counter = office.as("counter");
        assertThat(counter.get(files).body()).doesNotContain("/remove");
        counter.submit("/password", address() + "/remove");
        assertThat(counter.get(files).body()).contains("hãy nhờ người đó hoặc lãnh đạo gỡ");
        assertThat(stored()).hasSize(1);
        officer.submit(files, address() + "/remove");
        assertThat(stored()).isEmpty();
        send(officer, "", "b.pdf", SampleFiles.pdf());
        office.as("leader").submit("/password", address() + "/remove");
        assertThat(stored()).isEmpty();
    }
}

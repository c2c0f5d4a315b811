package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.support.DeskOffice.COMMUNE;
import static vn.motcua.support.DeskOffice.DEPARTMENT;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Paper;
import vn.motcua.dossier.Papers;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submissions;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.TestStore;
import vn.motcua.support.UploadedFiles;
import vn.motcua.worklist.WorkItem;

/** A counter clerk receives dossiers over HTTP. */
class IntakeTest {

    private static final String PUBLICATION = "1.003868";
    private static final String BULLETIN = "1.009374";
    private static final Pattern DUE = Pattern.compile("name=\"due\" value=\"([^\"]+)\"");

    private static DeskOffice office;
    private static Visit clerk;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        clerk = office.as("counter");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static String begin(Visit who, String procedure) {
        return who.location(who.submit("/desk/intake", "/desk/intake", "procedure", procedure));
    }

    /** What is filled in for a publication; names and values in turn, later ones replace earlier ones. */
    private static String[] publication(String... other) {
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        String[] usual = {
            "desk-begun",
            "1",
            "desk-channel",
            "IN_PERSON",
            "applicantKind",
            "ORGANISATION",
            "applicantName",
            "Hội Văn học nghệ thuật tỉnh",
            "idNumber",
            "4900654321",
            "phone",
            "0912345678",
            "address",
            "Phường Lương Văn Tri",
            "title",
            "Kỷ yếu 50 năm",
            "media",
            "printed",
            "units",
            "120",
            "purpose",
            "Lưu hành nội bộ",
            "summary",
            "Kỷ yếu hoạt động của Hội",
            "subject",
            "none",
            "paper-0-in",
            "1",
            "paper-0-originals",
            "1",
            "paper-0-copies",
            "",
            "paper-1-in",
            "1",
            "paper-1-originals",
            "2",
            "paper-1-copies",
            "0",
            "paper-2-originals",
            "0",
            "paper-2-copies",
            "1",
            "paper-4-name",
            "Giấy giới thiệu",
            "paper-4-originals",
            "1",
            "paper-4-copies",
            "0",
            "desk-result",
            "POST",
            "desk-address",
            "12 Trần Hưng Đạo"
        };
        for (int i = 0; i < usual.length; i += 2) {
            fields.put(usual[i], usual[i + 1]);
        }
        for (int i = 0; i < other.length; i += 2) {
            fields.put(other[i], other[i + 1]);
        }
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        return pairs.toArray(String[]::new);
    }

    private static String due(HttpResponse<String> check) {
        Matcher due = DUE.matcher(check.body());
        assertThat(due.find()).as(check.body()).isTrue();
        return due.group(1);
    }

    private static Dossier dossier(String code) {
        return office.store.bean(Dossiers.class).get(code);
    }

    private static String codeIn(String location) {
        assertThat(location).startsWith("/desk/dossiers/");
        return location.substring("/desk/dossiers/".length()).replaceAll("\\?.*", "");
    }

    private static int dossiers() {
        return office.store
                .jdbc()
                .sql("select count(*) from motcua.dossier")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_dossier_is_received_from_the_choice_of_the_procedure_to_the_running_clock() {
        String draft = begin(clerk, PUBLICATION);
        assertThat(UploadedFiles.send(clerk, draft, draft + "/files", "", "đơn.pdf", SampleFiles.pdf())
                        .statusCode())
                .isEqualTo(302);
        assertThat(clerk.location(clerk.submit(draft, draft, publication()))).isEqualTo(draft + "/check");
        HttpResponse<String> check = clerk.get(draft + "/check");
        assertThat(check.body())
                .contains("Hội Văn học nghệ thuật tỉnh", "1.800.000 đồng", "12 Trần Hưng Đạo", "đơn.pdf")
                .contains("thứ Sáu 04/12/2026", "Giấy giới thiệu", "Chưa nộp");
        String next = clerk.location(
                clerk.submit(draft + "/check", draft + "/confirm", "decision", "accept", "due", due(check)));
        assertThat(next).endsWith("?received");
        Dossier dossier = dossier(codeIn(next));
        assertThat(dossier.due()).hasToString("2026-12-04T23:59:59.999999");
        assertThat(dossier.due().toLocalDate()).hasToString(due(check));
        assertThat(dossier.channel()).isEqualTo(Channel.IN_PERSON);
        assertThat(dossier.received()).isEqualTo(TestStore.FRI_20_NOV_2026);
        assertThat(office.tasks(dossier.code())).extracting(WorkItem::taskKey).containsExactly("confirm-payment");
        assertThat(office.store.bean(Submissions.class).fields(dossier.id()))
                .containsEntry("resultChannel", "POST")
                .containsEntry("resultAddress", "12 Trần Hưng Đạo")
                .containsEntry("idNumber", "4900654321");
        assertThat(office.store.bean(Papers.class).of(dossier.id()))
                .contains(
                        new Paper("Bản thảo tài liệu đóng dấu từng tờ", 2, 0, 2, 0),
                        new Paper("Giấy giới thiệu", 0, 0, 1, 0))
                .filteredOn(Paper::isMissing)
                .hasSize(2);
        assertThat(office.store.bean(Attachments.class).of(dossier.id()))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("đơn.pdf"));
        assertThat(office.store.bean(Submissions.class).of(dossier.id()))
                .extracting(submission -> submission.taskKey() + " " + submission.actor())
                .containsExactly("start counter", "intake-check counter");
        assertThat(clerk.location(clerk.get(draft))).isEqualTo("/desk/dossiers/" + dossier.code());
    }

    @Test
    void a_second_click_is_the_same_dossier_also_at_the_same_moment() {
        String draft = begin(clerk, BULLETIN);
        clerk.submit(draft, draft, general());
        String due = due(clerk.get(draft + "/check"));
        int before = dossiers();
        List<CompletableFuture<String>> clicks = java.util.stream.Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> clerk.location(
                                clerk.submit("/desk/intake", draft + "/confirm", "decision", "accept", "due", due))))
                .limit(3)
                .toList();
        List<String> answers = clicks.stream().map(CompletableFuture::join).toList();
        assertThat(answers).doesNotContain("none");
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(dossiers()).isEqualTo(before + 1);
        assertThat(dossier(codeIn(answers.get(0))).status()).isIn(Status.RECEIVED, Status.IN_PROCESS);
        assertThat(clerk.location(clerk.submit("/desk/intake", draft, publication())))
                .isEqualTo("/desk/dossiers/" + codeIn(answers.get(0)));
    }

    private static String[] general() {
        return new String[] {
            "desk-begun",
            "1",
            "desk-channel",
            "POST",
            "applicantKind",
            "PERSON",
            "applicantName",
            "Nông Thị Hằng",
            "idNumber",
            "020099001234",
            "phone",
            "0987654321",
            "address",
            "Xã Hội Hoan",
            "content",
            "Đề nghị cấp giấy phép",
            "desk-result",
            "COUNTER",
            "paper-0-in",
            "1",
            "paper-0-originals",
            "1",
            "paper-0-copies",
            "2"
        };
    }

    @Test
    void the_general_process_is_told_the_procedure_the_channel_and_the_papers() {
        String draft = begin(clerk, BULLETIN);
        clerk.submit(draft, draft, general());
        String due = due(clerk.get(draft + "/check"));
        String code = codeIn(
                clerk.location(clerk.submit(draft + "/check", draft + "/confirm", "decision", "accept", "due", due)));
        Dossier dossier = dossier(code);
        assertThat(dossier.channel()).isEqualTo(Channel.POST);
        assertThat(dossier.due().toLocalDate()).hasToString(due);
        assertThat(office.store.bean(Submissions.class).fields(dossier.id()))
                .containsEntry("procedure", BULLETIN)
                .hasEntrySatisfying(
                        "papers", lines -> assertThat(lines).asString().endsWith(": 1 bản chính, 2 bản sao"));
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_everything_typed_stays() {
        String draft = begin(clerk, PUBLICATION);
        HttpResponse<String> refused = clerk.submit(
                draft,
                draft,
                publication("phone", "12", "paper-1-originals", "vài", "desk-address", "", "title", "Kỷ <yếu>"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("id=\"f-phone-error\"", "value=\"12\"", "value=\"vài\"", "Kỷ &lt;yếu&gt;")
                .contains("Hãy ghi số bản bằng chữ số", "Hãy ghi địa chỉ nhận kết quả", "Giấy giới thiệu");
        assertThat(clerk.get(draft).body()).contains("value=\"vài\"", "Kỷ &lt;yếu&gt;", "Lưu hành nội bộ");
        assertThat(clerk.location(clerk.get(draft + "/check"))).isEqualTo(draft);
        int before = dossiers();
        HttpResponse<String> forced =
                clerk.submit(draft, draft + "/confirm", "decision", "accept", "due", "2026-12-04");
        assertThat(clerk.location(forced)).isEqualTo(draft);
        assertThat(dossiers()).isEqualTo(before);
    }

    @Test
    void what_was_kept_while_typing_is_there_after_a_lost_session() {
        String draft = begin(clerk, PUBLICATION);
        HttpResponse<String> kept = clerk.submit(
                draft,
                draft + "/keep",
                "desk-begun",
                "1",
                "applicantName",
                "Đang gõ dở\u0000",
                "media",
                "audio",
                "units",
                "10");
        assertThat(kept.body()).contains("Đã tự lưu lúc", "60.000 đồng");
        assertThat(kept.headers().firstValue("HX-Trigger"))
                .hasValueSatisfying(told -> assertThat(told).contains("\"trimSize\""));
        Visit later = office.as("counter");
        assertThat(later.get("/desk/intake").body()).contains("Đang gõ dở");
        assertThat(later.get(draft).body()).contains("value=\"Đang gõ dở\"");
        later.submit("/desk/intake", draft + "/drop");
        assertThat(later.get(draft).statusCode()).isEqualTo(404);
    }

    @Test
    void missing_papers_can_be_asked_for_at_once() {
        String draft = begin(clerk, PUBLICATION);
        clerk.submit(draft, draft, publication("paper-1-in", ""));
        assertThat(clerk.get(draft + "/check").body()).contains("Đề nghị bổ sung: Bản thảo tài liệu");
        HttpResponse<String> without =
                clerk.submit(draft + "/check", draft + "/confirm", "decision", "supplement", "reason", "");
        assertThat(without.statusCode()).isEqualTo(409);
        assertThat(without.body()).contains("Nội dung cần bổ sung");
        String next = clerk.location(clerk.submit(
                draft + "/check", draft + "/confirm", "decision", "supplement", "reason", "Thiếu 2 bản thảo"));
        assertThat(next).endsWith("?supplement");
        Dossier dossier = dossier(codeIn(next));
        assertThat(dossier.status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(dossier.received()).isNull();
        assertThat(office.tasks(dossier.code())).extracting(WorkItem::taskKey).containsExactly("await-papers");
    }

    @Test
    void a_due_date_that_moved_since_it_was_shown_is_shown_again() {
        String draft = begin(clerk, PUBLICATION);
        clerk.submit(draft, draft, publication());
        int before = dossiers();
        HttpResponse<String> moved =
                clerk.submit(draft + "/check", draft + "/confirm", "decision", "accept", "due", "2026-12-03");
        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(moved.body()).contains("Ngày hẹn trả nay là thứ Sáu 04/12/2026");
        assertThat(dossiers()).isEqualTo(before);
    }

    @Test
    void a_former_applicant_is_offered_only_within_the_subtree() {
        office.file(BULLETIN, DEPARTMENT, applicant("020099111111", "Người của sở"));
        office.file(BULLETIN, COMMUNE, applicant("020099222222", "Người của xã"));
        String draft = begin(clerk, PUBLICATION);
        assertThat(clerk.get(draft + "/former?idNumber=020099111111").body())
                .contains("Người của sở", "Dùng thông tin này");
        assertThat(clerk.get(draft + "/former?idNumber=020099222222").body()).doesNotContain("Người của xã");
        assertThat(clerk.get(draft + "/former?idNumber=020099333333").body()).doesNotContain("Dùng thông tin này");
        assertThat(clerk.location(clerk.submit(
                        draft, draft, "do", "former", "idNumber", "020099111111", "title", "Giữ lại", "phone", "")))
                .isEqualTo(draft + "#applicant");
        assertThat(clerk.get(draft).body())
                .contains("value=\"Người của sở\"", "value=\"0987654321\"", "value=\"Giữ lại\"");
        clerk.submit(draft, draft, "do", "former", "idNumber", "020099222222");
        assertThat(clerk.get(draft).body()).doesNotContain("Người của xã");
    }

    private static Map<String, Object> applicant(String idNumber, String name) {
        return Map.of(
                "channel",
                "ONLINE",
                "applicantKind",
                "PERSON",
                "applicantName",
                name,
                "idNumber",
                idNumber,
                "phone",
                "0987654321",
                "address",
                "Xã Hội Hoan",
                "content",
                "Đề nghị giải quyết");
    }

    @Test
    void procedures_are_found_without_diacritics_by_code_and_only_at_the_own_level() {
        assertThat(found(clerk, "xuat ban tai lieu khong kinh doanh")).contains(PUBLICATION);
        assertThat(found(clerk, "XUẤT BẢN Tài Liệu")).contains(PUBLICATION);
        assertThat(found(clerk, "1.0038")).contains(PUBLICATION).doesNotContain(BULLETIN);
        assertThat(found(clerk, "%")).doesNotContain(PUBLICATION);
        assertThat(found(clerk, "khai sinh")).doesNotContain("1.001193");
        Visit commune = office.as("commune.counter");
        assertThat(found(commune, "khai sinh")).contains("1.001193");
        assertThat(found(commune, "xuat ban")).doesNotContain(PUBLICATION);
        HttpResponse<String> forced = commune.submit("/desk/intake", "/desk/intake", "procedure", PUBLICATION);
        assertThat(commune.location(forced)).isEqualTo("/desk/intake");
        assertThat(commune.get("/desk/intake").body()).contains("không do cấp của");
    }

    private static String found(Visit who, String text) {
        return who.get("/desk/intake/procedures?q="
                        + java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void only_the_counter_receives_and_each_clerk_sees_the_own_drafts_alone() {
        String draft = begin(clerk, PUBLICATION);
        for (String other : List.of("officer", "leader", "manager", "admin", "police.officer")) {
            Visit visit = office.as(other);
            for (String path : List.of(
                    "/desk/intake",
                    "/desk/intake/procedures?q=a",
                    draft,
                    draft + "/check",
                    draft + "/former?idNumber=020099111111")) {
                assertThat(visit.get(path).statusCode()).as(other + path).isEqualTo(403);
            }
            assertThat(visit.submit("/password", "/desk/intake", "procedure", PUBLICATION)
                            .statusCode())
                    .isEqualTo(403);
            assertThat(visit.submit("/password", draft + "/confirm", "decision", "accept")
                            .statusCode())
                    .isEqualTo(403);
        }
        Visit commune = office.as("commune.counter");
        for (String path : List.of(draft, draft + "/check", draft + "/files/1")) {
            assertThat(commune.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String act : List.of("", "/keep", "/confirm", "/drop")) {
            assertThat(commune.submit("/desk/intake", draft + act, "procedure", "x")
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
    }

    @Test
    void no_page_asks_the_database_more_the_more_there_is() {
        String draft = begin(clerk, PUBLICATION);
        clerk.submit(draft, draft, publication());
        clerk.get(draft + "/check");
        for (int i = 0; i < 5; i++) {
            UploadedFiles.send(clerk, draft, draft + "/files", "", i + ".png", SampleFiles.picture("png", i));
        }
        assertThat(fewest("/desk/intake/procedures?q=xuat")).isLessThanOrEqualTo(3);
        assertThat(fewest(draft)).isLessThanOrEqualTo(8);
        assertThat(fewest(draft + "/check")).isLessThanOrEqualTo(8);
    }

    /** Of three times, for the housekeeping of figures is heard too. */
    private static int fewest(String page) {
        return java.util.stream.IntStream.range(0, 3)
                .map(any -> office.store.statements().of(() -> clerk.get(page)).size())
                .min()
                .orElseThrow();
    }

    @Test
    void every_page_speaks_english_when_asked() {
        String draft = begin(clerk, PUBLICATION);
        Visit english = office.as("counter");
        assertThat(english.get("/desk/intake?lang=en").body()).contains("Receive a dossier at the counter");
        assertThat(english.get(draft).body()).contains("Result due if received now", "Check and confirm");
        english.submit(draft, draft, publication());
        assertThat(english.get(draft + "/check").body()).contains("Check before receiving", "2 originals");
        english.get("/desk/intake?lang=vi");
    }
}

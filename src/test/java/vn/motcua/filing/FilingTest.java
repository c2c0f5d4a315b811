package vn.motcua.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.support.ApplicantSession.location;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submissions;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.SampleFiles;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;
import vn.motcua.support.UploadedFiles;

/** Filing online, from the choice of the agency to the slip with code and PIN. */
class FilingTest {

    private static final String PUBLICATION = "1.003868";
    private static final String MANUSCRIPT = "Bản thảo tài liệu đóng dấu từng tờ";
    private static final String APPLICATION = "Đơn đề nghị cấp giấy phép xuất bản tài liệu không kinh doanh";
    private static final String[] APPLICANT = {
        "applicantKind", "PERSON",
        "applicantName", "Lý Thị Mai",
        "idNumber", "020185000123",
        "phone", "0912345678",
        "address", "Xã Hội Hoan, tỉnh Lạng Sơn"
    };
    private static final String[] BOOK = {"title", "Kỷ yếu", "media", "printed", "units", "120"};
    private static final String[] PURPOSE = {"purpose", "Lưu hành nội bộ", "summary", "Kỷ yếu của xã", "subject", "none"
    };

    private static DeskOffice office;
    private static ApplicantSession mai;
    private static int accounts;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        mai = ApplicantSession.of(office.store, "mai@example.vn", "Lý Thị Mai");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void itIsFridayMorning() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
    }

    // --- the whole way

    @Test
    void a_person_files_page_by_page_and_holds_code_pin_and_the_hour_of_the_answer() {
        String draft = filledIn(mai);
        assertThat(mai.get(draft + "/check").body())
                .contains("Lý Thị Mai", "Kỷ yếu", "Tài liệu in", "ban-thao.pdf", "1.800.000")
                .contains("chậm nhất 09:00 thứ Hai 23/11/2026")
                .contains(APPLICATION)
                .doesNotContain("??");
        HttpResponse<String> sent = send(mai, draft);
        assertThat(location(sent)).isEqualTo(draft + "/sent");
        Dossier dossier = dossier(draft);
        String slip = mai.get(draft + "/sent").body();
        assertThat(slip)
                .contains(dossier.code(), "data:image/png;base64,", "trong 8 giờ làm việc, chậm nhất 09:00 thứ Hai")
                .containsPattern("mc-pin-shown\">\\d{6}<");
        assertThat(dossier.status()).isEqualTo(Status.FILED);
        assertThat(dossier.channel()).isEqualTo(Channel.ONLINE);
        assertThat(office.store.bean(DossierOwners.class).of(dossier.id())).hasValue(mai.accountId());
        assertThat(fields(dossier)).containsEntry("email", "mai@example.vn").containsEntry("resultChannel", "COUNTER");
        assertThat(files(dossier))
                .extracting(Attachment::component, Attachment::name)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(MANUSCRIPT, "ban-thao.pdf"));
    }

    @Test
    void the_counter_sees_it_at_once() {
        String draft = filledIn(mai);
        send(mai, draft);
        String code = dossier(draft).code();
        assertThat(office.tasks(code)).extracting(item -> item.taskKey()).containsExactly("intake-check");
        DeskOffice.Visit counter = office.as("counter");
        assertThat(counter.get("/desk?q=" + code).body()).contains(code, "Lý Thị Mai");
        assertThat(counter.get("/desk/dossiers/" + code).body())
                .contains("ban-thao.pdf", "Kỷ yếu", "020185000123")
                .doesNotContain("applicant:");
    }

    @Test
    void what_is_wrong_is_told_beside_the_field_and_what_was_typed_stays() {
        String draft = begun(mai, PUBLICATION, "SELF", "");
        HttpResponse<String> wrong = mai.submit(
                draft + "/1",
                draft + "/1",
                "applicantKind",
                "PERSON",
                "applicantName",
                "X",
                "phone",
                "12",
                "address",
                "");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"f-phone-error\"", "id=\"f-address-error\"", "value=\"12\"", "href=\"#f-phone\"");
        assertThat(mai.get(draft + "/1").body()).contains("value=\"12\"").doesNotContain("f-phone-error");
    }

    @Test
    void checking_leads_to_the_first_page_with_something_to_change() {
        String draft = begun(mai, PUBLICATION, "SELF", "");
        step(mai, draft, "1", APPLICANT);
        assertThat(location(mai.get(draft + "/check"))).isEqualTo(draft + "/2?again=true");
        assertThat(mai.get(draft + "/2?again=true").body()).contains("id=\"f-title-error\"");
        assertThat(location(mai.get(draft))).isEqualTo(draft + "/2");
    }

    @Test
    void nothing_is_sent_without_the_declaration() {
        String draft = filledIn(mai);
        HttpResponse<String> answer = mai.submit(draft + "/check", draft + "/send");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"declared-error\"");
        assertThat(location(mai.get(draft + "/sent"))).isEqualTo("none");
    }

    @Test
    void a_result_by_post_needs_an_address() {
        String draft = filledIn(mai);
        assertThat(mai.submit(draft + "/result", draft + "/result", "desk-result", "POST")
                        .body())
                .contains("id=\"desk-address-error\"");
        step(mai, draft, "result", "desk-result", "POST", "desk-address", "Số 5, phường Tam Thanh");
        send(mai, draft);
        assertThat(fields(dossier(draft)))
                .containsEntry("resultChannel", "POST")
                .containsEntry("resultAddress", "Số 5, phường Tam Thanh");
    }

    // --- for whom

    @ParameterizedTest
    @ValueSource(strings = {"", "020185000123", "12345"})
    void an_organisation_files_with_its_tax_number(String other) {
        String draft = begun(mai, PUBLICATION, "ORGANISATION", "");
        assertThat(mai.get(draft + "/1").body()).containsPattern("value=\"ORGANISATION\"\\s+checked");
        String[] organisation = {
            "applicantKind", "ORGANISATION",
            "applicantName", "Nhà xuất bản Xứ Lạng",
            "phone", "0912345678",
            "address", "Phường Tam Thanh, tỉnh Lạng Sơn",
            "idNumber", other
        };
        assertThat(mai.submit(draft + "/1", draft + "/1", organisation).body()).contains("id=\"f-idNumber-error\"");
        organisation[organisation.length - 1] = "4900123456";
        step(mai, draft, "1", organisation);
    }

    @Test
    void who_files_for_another_says_by_what_right_and_the_counter_reads_it() {
        assertThat(begin(mai, PUBLICATION, "OTHER", "").body()).contains("id=\"basis-error\"");
        String draft = begun(mai, PUBLICATION, "OTHER", "Giấy ủy quyền số 12/UQ ngày 02/11/2026");
        assertThat(mai.get(draft + "/1").body()).doesNotContain("value=\"Lý Thị Mai\"");
        rest(mai, draft);
        send(mai, draft);
        assertThat(fields(dossier(draft)))
                .containsEntry("filedBy", "Lý Thị Mai")
                .containsEntry("filedByBasis", "Giấy ủy quyền số 12/UQ ngày 02/11/2026");
        assertThat(office.as("counter")
                        .get("/desk/dossiers/" + dossier(draft).code())
                        .body())
                .contains("Giấy ủy quyền số 12/UQ ngày 02/11/2026");
    }

    @Test
    void the_second_time_the_applicant_is_known() {
        ApplicantSession again = somebody();
        String first = filledIn(again);
        send(again, first);
        assertThat(again.get(begun(again, PUBLICATION, "SELF", "") + "/1").body())
                .contains("value=\"020185000123\"", "value=\"0912345678\"");
        assertThat(again.get(begun(again, PUBLICATION, "ORGANISATION", "") + "/1")
                        .body())
                .doesNotContain("020185000123");
    }

    // --- with whom

    @Test
    void only_agencies_of_the_level_with_a_counter_take_it() {
        String page = mai.get("/file/" + PUBLICATION).body();
        assertThat(page).contains("Sở Văn hóa, Thể thao và Du lịch").doesNotContain("UBND xã");
        int commune = agency(DeskOffice.COMMUNE);
        HttpResponse<String> answer = mai.submit(
                "/file/" + PUBLICATION, "/file/" + PUBLICATION, "for", "SELF", "agency", String.valueOf(commune));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"agency-error\"");
    }

    @Test
    void of_agencies_that_could_take_it_those_without_anybody_at_the_counter_are_not_offered() {
        String page = mai.get("/file/1.001193").body();
        assertThat(page)
                .contains("value=\"%d\"".formatted(agency(DeskOffice.COMMUNE)))
                .doesNotContain("value=\"%d\"".formatted(agency("000.20.20.H37")));
    }

    @Test
    void a_procedure_below_level_three_is_not_taken_online() {
        assertThat(mai.get("/file/2.000815").body())
                .contains("chưa nhận hồ sơ trực tuyến")
                .doesNotContain("<select");
        assertThat(mai.get("/file/9.999999").statusCode()).isEqualTo(404);
    }

    // --- when

    @Test
    void a_filing_after_hours_before_tet_is_answered_after_it() {
        office.store.clock().set(LocalDateTime.of(2026, 2, 13, 18, 30));
        ApplicantSession late = somebody();
        String draft = filledIn(late);
        send(late, draft);
        assertThat(late.get(draft + "/sent").body()).contains("chậm nhất 17:00 thứ Hai 23/02/2026");
        assertThat(dossier(draft).acceptanceDue()).isEqualTo(LocalDateTime.of(2026, 2, 23, 17, 0));
    }

    // --- once

    @Test
    void sending_again_leads_to_the_dossier_that_it_became() {
        String draft = filledIn(mai);
        String token = mai.token(draft + "/check");
        assertThat(location(send(mai, draft))).isEqualTo(draft + "/sent");
        long before = dossiers();
        assertThat(location(mai.send(form(mai, draft + "/send", "_csrf=" + token + "&declared=true"))))
                .isEqualTo(draft + "/sent");
        assertThat(location(mai.get(draft + "/check"))).isEqualTo(draft + "/sent");
        assertThat(location(mai.get(draft + "/1"))).isEqualTo(draft + "/sent");
        assertThat(dossiers()).isEqualTo(before);
    }

    @Test
    void a_file_that_comes_after_the_sending_is_refused_and_not_lost_without_a_word() {
        String draft = filledIn(mai);
        send(mai, draft);
        AttachmentHolder holder = AttachmentHolder.draft(java.util.UUID.fromString(draft.replaceFirst(".*/", "")));
        assertThatThrownBy(() -> office.store
                        .bean(Attachments.class)
                        .add(
                                holder,
                                MANUSCRIPT,
                                "muon.pdf",
                                "applicant:1",
                                new ByteArrayInputStream(SampleFiles.pdf())))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("vừa được nộp");
    }

    @Test
    void of_many_clicks_at_once_one_files() throws Exception {
        String draft = filledIn(mai);
        String token = mai.token(draft + "/check");
        long before = dossiers();
        ExecutorService clicks = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> answers = IntStream.range(0, 8)
                    .mapToObj(n -> clicks.submit(
                            () -> location(mai.send(form(mai, draft + "/send", "_csrf=" + token + "&declared=true")))))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(draft + "/sent");
            }
        } finally {
            clicks.shutdown();
        }
        assertThat(dossiers()).isEqualTo(before + 1);
    }

    // --- kept

    @Test
    void what_is_typed_is_kept_and_gone_on_with_on_another_device() {
        String draft = begun(mai, PUBLICATION, "SELF", "");
        HttpResponse<String> kept = mai.submit(
                draft + "/2", draft + "/2/keep", "title", "Kỷ yếu dở dang", "media", "audio", "owner", "somebody");
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.headers().firstValue("HX-Trigger"))
                .hasValueSatisfying(event -> assertThat(event).contains("trimSize"));
        ApplicantSession phone = ApplicantSession.signIn(office.store, "mai@example.vn", mai.accountId());
        assertThat(phone.get("/file/" + PUBLICATION).body()).contains(draft);
        assertThat(phone.get(draft + "/2").body()).contains("Kỷ yếu dở dang");
        assertThat(phone.get(draft + "/1").body()).contains("mai@example.vn");
    }

    @Test
    void of_two_pages_kept_at_the_same_time_neither_undoes_the_other() throws Exception {
        String draft = begun(mai, PUBLICATION, "SELF", "");
        UUID id = UUID.fromString(draft.replaceFirst(".*/", ""));
        FilingDrafts drafts = office.store.bean(FilingDrafts.class);
        SignedInApplicant who = new SignedInApplicant(
                mai.accountId(),
                "mai@example.vn",
                "Lý Thị Mai",
                0,
                office.store.clock().instant());
        Steps steps = Steps.of(office.store.bean(Filings.class).sheet(PUBLICATION));
        ExecutorService devices = Executors.newFixedThreadPool(2);
        List<Future<?>> kept = new ArrayList<>();
        office.store.bean(TransactionTemplate.class).executeWithoutResult(held -> {
            drafts.lock(who, id);
            kept.add(
                    devices.submit(() -> drafts.keep(who, id, steps.get("1"), Map.of("phone", List.of("0912345678")))));
            kept.add(devices.submit(() -> drafts.keep(who, id, steps.get("2"), Map.of("title", List.of("Kỷ yếu")))));
            while (waiting() < 2) {
                Thread.onSpinWait();
            }
        });
        for (Future<?> one : kept) {
            one.get();
        }
        devices.shutdown();
        assertThat(drafts.get(who, id).entry().one("phone")).isEqualTo("0912345678");
        assertThat(drafts.get(who, id).entry().one("title")).isEqualTo("Kỷ yếu");
    }

    private static int waiting() {
        return office.store
                .jdbc()
                .sql("select count(distinct pid) from pg_locks where not granted")
                .query(Integer.class)
                .single();
    }

    @Test
    void a_draft_that_is_dropped_is_gone_with_its_files() {
        String draft = filledIn(mai);
        mai.submit(draft + "/check", draft + "/drop");
        assertThat(mai.get(draft + "/1").statusCode()).isEqualTo(404);
        assertThat(office.store
                        .jdbc()
                        .sql("select count(*) from motcua.attachment where draft_id = ?::uuid")
                        .param(draft.replaceFirst(".*/", ""))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void a_draft_can_be_dropped_from_every_page_however_little_is_filled_in() {
        String draft = begun(mai, PUBLICATION, "SELF", "");
        for (String page : List.of("/1", "/files", "/result")) {
            assertThat(mai.get(draft + page).body()).contains("action=\"" + draft + "/drop\"");
        }
        assertThat(mai.get(draft + "/files").body()).containsPattern("selected=\"selected\"[^>]*>" + APPLICATION);
    }

    @Test
    void one_account_has_no_more_than_twenty_drafts() {
        ApplicantSession eager = somebody();
        IntStream.range(0, FilingDrafts.MOST).forEach(n -> begun(eager, PUBLICATION, "SELF", ""));
        HttpResponse<String> refused = begin(eager, PUBLICATION, "SELF", "");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Bạn đang soạn 20 hồ sơ");
    }

    @Test
    void one_account_files_no_more_than_fifty_dossiers_a_day() {
        ApplicantSession eager = somebody();
        String draft = filledIn(eager);
        SignedInApplicant who = new SignedInApplicant(
                eager.accountId(),
                "eager@example.vn",
                "Ai Đó",
                0,
                office.store.clock().instant());
        IntStream.range(0, Filings.MOST_A_DAY).forEach(n -> OnlineApplicants.filePublication(office.store, who));
        HttpResponse<String> refused = send(eager, draft);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("đã nộp 50 hồ sơ trong 24 giờ qua");
        office.store.clock().advance(java.time.Duration.ofDays(1));
        ApplicantSession nextDay =
                ApplicantSession.signIn(office.store, "somebody%d@example.vn".formatted(accounts), eager.accountId());
        assertThat(location(send(nextDay, draft))).isEqualTo(draft + "/sent");
    }

    @Test
    void a_draft_of_a_procedure_that_is_no_longer_in_force_is_told_of_at_every_address() {
        String draft = filledIn(mai);
        String token = mai.token("/file/" + PUBLICATION);
        office.store
                .jdbc()
                .sql("update motcua.intake_draft set procedure_code = '9.999999' where id = ?::uuid")
                .param(draft.replaceFirst(".*/", ""))
                .update();
        for (String page : List.of("", "/1", "/files", "/check")) {
            assertThat(location(mai.get(draft + page))).as(page).isEqualTo("/account/dossiers");
            assertThat(mai.get("/account/dossiers").body()).contains("role=\"alert\"", "9.999999");
        }
        assertThat(location(mai.send(form(mai, draft + "/send", "_csrf=" + StaffSession.encoded(token)))))
                .isEqualTo("/account/dossiers");
        HttpResponse<String> file = UploadedFiles.send(
                mai.request(draft + "/papers"), token, MANUSCRIPT, "x.pdf", SampleFiles.pdf(), mai::send);
        assertThat(location(file)).isEqualTo("/account/dossiers");
    }

    // --- whose

    @Test
    void nobody_else_reaches_a_draft_by_any_address() {
        String draft = filledIn(mai);
        String file = "/papers/"
                + office.store
                        .bean(Attachments.class)
                        .of(AttachmentHolder.draft(java.util.UUID.fromString(draft.replaceFirst(".*/", ""))))
                        .get(0)
                        .id();
        String sentDraft = filledIn(mai);
        send(mai, sentDraft);
        ApplicantSession other = somebody();
        String token = other.token("/file/" + PUBLICATION);
        ApplicantSession nobody = ApplicantSession.nobody(office.store);
        for (String page : List.of("", "/1", "/2", "/files", "/result", "/check", "/sent", "/send", file)) {
            assertThat(other.get(draft + page).statusCode()).as(page).isEqualTo(404);
            assertThat(other.get(sentDraft + page).statusCode()).as(page).isEqualTo(404);
            assertThat(location(nobody.get(draft + page))).as(page).contains("/account/sign-in");
            assertThat(office.as("counter").get(draft + page).statusCode())
                    .as(page)
                    .isIn(302, 403);
        }
        for (String act : List.of("/1", "/1/keep", "/files", "/result", "/send", "/drop", file + "/remove")) {
            assertThat(other.send(form(other, draft + act, "_csrf=" + token + "&declared=true&applicantName=Kẻ khác"))
                            .statusCode())
                    .as(act)
                    .isEqualTo(404);
        }
        assertThat(UploadedFiles.send(
                                other.request(draft + "/papers"),
                                token,
                                MANUSCRIPT,
                                "x.pdf",
                                SampleFiles.pdf(),
                                other::send)
                        .statusCode())
                .isEqualTo(404);
        assertThat(mai.get(draft + "/check").body()).contains("Lý Thị Mai", "ban-thao.pdf");
    }

    // --- what people send

    static Stream<String> hostile() {
        return Stream.of(
                "A".repeat(10_000),
                "<script>alert(1)</script>",
                "'; drop table motcua.dossier; --",
                "😀👩‍👩‍👧‍👦 Lê",
                "\u202Eמילה عربى\u202C",
                "${7*7} #{7*7} __${T(java.lang.Runtime)}__",
                "a\u0000b\uD800c",
                "=cmd|' /C calc'!A0");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostile_text_in_any_field_is_kept_or_refused_and_never_run(String text) {
        ApplicantSession somebody = somebody();
        for (String procedure : List.of(PUBLICATION, "2.001740")) {
            String draft = begun(somebody, procedure, "OTHER", text.length() > 500 ? "Theo ủy quyền" : "Theo " + text);
            for (var section : sheetSections(procedure)) {
                String[] fields = section.fields().stream()
                        .flatMap(field -> Stream.of(field.key(), text))
                        .toArray(String[]::new);
                String page = draft + "/" + section.number();
                assertThat(somebody.submit(page, page, fields).statusCode()).isIn(302, 422);
                assertThat(somebody.get(page).body())
                        .doesNotContain("<script>alert", "49 49", "root:")
                        .doesNotContain("Whitelabel");
            }
            assertThat(somebody.get(draft + "/check").statusCode()).isIn(200, 302);
        }
        assertThat(begin(somebody, PUBLICATION, text, text).statusCode()).isIn(302, 422);
        assertThat(dossiers()).isPositive();
    }

    @Test
    void a_name_in_any_script_comes_out_as_it_went_in() {
        String draft = filledIn(mai);
        step(mai, draft, "2", "title", "Kỷ yếu <b>&</b> \"100%\" 😀 عربى", "media", "printed", "units", "12");
        send(mai, draft);
        assertThat(fields(dossier(draft))).containsEntry("title", "Kỷ yếu <b>&</b> \"100%\" 😀 عربى");
        assertThat(office.as("counter")
                        .get("/desk/dossiers/" + dossier(draft).code())
                        .body())
                .contains("Kỷ yếu &lt;b&gt;&amp;&lt;/b&gt;")
                .doesNotContain("Kỷ yếu <b>");
    }

    @Test
    void a_file_of_another_kind_is_refused_beside_those_that_are_fine() {
        String draft = begun(mai, PUBLICATION, "SELF", "");
        upload(mai, draft, MANUSCRIPT, "trang.html", "<script>alert(1)</script>".getBytes());
        assertThat(mai.get(draft + "/files").body()).doesNotContain("trang.html</span>");
        upload(mai, draft, APPLICATION, "../../don'\"<b>.pdf", SampleFiles.pdf());
        assertThat(mai.get(draft + "/files").body()).contains(".pdf").doesNotContain("<b>.pdf");
    }

    // --- what the tests say

    private record Asked(int number, List<vn.motcua.forms.Field> fields) {}

    private static List<Asked> sheetSections(String procedure) {
        Steps steps = Steps.of(office.store.bean(Filings.class).sheet(procedure));
        List<Asked> asked = new ArrayList<>();
        steps.all().stream()
                .filter(step -> step.section() != null)
                .forEach(step ->
                        asked.add(new Asked(step.number(), step.section().fields())));
        return asked;
    }

    private static ApplicantSession somebody() {
        accounts++;
        return ApplicantSession.of(office.store, "somebody%d@example.vn".formatted(accounts), "Ai Đó");
    }

    private static HttpResponse<String> begin(ApplicantSession who, String procedure, String capacity, String basis) {
        return who.submit(
                "/file/" + procedure,
                "/file/" + procedure,
                "for",
                capacity,
                "basis",
                basis,
                "agency",
                String.valueOf(agency(DeskOffice.DEPARTMENT)));
    }

    /** The address of a new draft. */
    private static String begun(ApplicantSession who, String procedure, String capacity, String basis) {
        HttpResponse<String> answer = begin(who, procedure, capacity, basis);
        assertThat(location(answer)).as(answer.body()).matches("/file/drafts/[0-9a-f-]{36}/1");
        return location(answer).replaceFirst("/1$", "");
    }

    private static void step(ApplicantSession who, String draft, String step, String... fields) {
        HttpResponse<String> answer = who.submit(draft + "/" + step, draft + "/" + step, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private static String filledIn(ApplicantSession who) {
        String draft = begun(who, PUBLICATION, "SELF", "");
        rest(who, draft);
        return draft;
    }

    private static void rest(ApplicantSession who, String draft) {
        step(who, draft, "1", APPLICANT);
        step(who, draft, "2", BOOK);
        step(who, draft, "3");
        step(who, draft, "4", PURPOSE);
        upload(who, draft, MANUSCRIPT, "ban-thao.pdf", SampleFiles.pdf());
        step(who, draft, "result", "desk-result", "COUNTER");
    }

    private static void upload(ApplicantSession who, String draft, String component, String name, byte[] bytes) {
        HttpResponse<String> answer = UploadedFiles.send(
                who.request(draft + "/papers"), who.token(draft + "/files"), component, name, bytes, who::send);
        assertThat(location(answer)).isEqualTo(draft + "/files");
    }

    private static HttpResponse<String> send(ApplicantSession who, String draft) {
        return who.submit(draft + "/check", draft + "/send", "declared", "true");
    }

    private static java.net.http.HttpRequest.Builder form(ApplicantSession who, String path, String body) {
        return who.request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body));
    }

    private static Dossier dossier(String draft) {
        String code = office.store
                .jdbc()
                .sql("select dossier_code from motcua.intake_draft where id = ?::uuid")
                .param(draft.replaceFirst(".*/", ""))
                .query(String.class)
                .single();
        return office.store.bean(Dossiers.class).get(code);
    }

    private static Map<String, Object> fields(Dossier dossier) {
        return office.store.bean(Submissions.class).fields(dossier.id());
    }

    private static List<Attachment> files(Dossier dossier) {
        return office.store.bean(Attachments.class).of(AttachmentHolder.dossier(dossier.id()));
    }

    private static int agency(String code) {
        return office.store
                .jdbc()
                .sql("select id from motcua.agency where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private static long dossiers() {
        return office.store
                .jdbc()
                .sql("select count(*) from motcua.dossier")
                .query(Long.class)
                .single();
    }
}

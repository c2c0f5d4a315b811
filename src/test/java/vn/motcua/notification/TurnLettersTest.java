package vn.motcua.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Submissions;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.TestStore;

/** What an applicant is told at each turn, as it arrives at a real mail server. */
class TurnLettersTest {

    private static final LocalDateTime FRI_20_NOV_0900 = TestStore.FRI_20_NOV_2026;

    private static LetterOffice office;

    @BeforeAll
    static void open() {
        office = LetterOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void clear() {
        office.store.clock().set(FRI_20_NOV_0900);
        office.clear();
    }

    private static Arguments turn(EventKind kind, BiConsumer<Dossiers, String> turn, String subject, String... saying) {
        return arguments(kind, turn, subject, List.of(saying));
    }

    static Stream<Arguments> turns() {
        return Stream.of(
                turn(
                        EventKind.SUPPLEMENT_ASKED,
                        (dossiers, code) -> dossiers.askSupplement(
                                code, LetterOffice.act().because("- Bản sao quyết định\n- Ảnh chân dung")),
                        "Hồ sơ %s cần bổ sung giấy tờ",
                        "Cần bổ sung, chỉnh sửa:\n- Bản sao quyết định\n- Ảnh chân dung\n",
                        "thời hạn giải quyết tạm dừng"),
                turn(
                        EventKind.PAYMENT_ASKED,
                        (dossiers, code) -> dossiers.askPayment(code, LetterOffice.act()),
                        "Hồ sơ %s: đề nghị nộp phí, lệ phí 15.000 đồng",
                        "Số tiền: 15.000 đồng"),
                turn(
                        EventKind.EXTENDED,
                        (dossiers, code) ->
                                dossiers.extend(code, 2, "Luật Xuất bản 2012, Điều 25", "leader", LetterOffice.act()),
                        "Hồ sơ %s được gia hạn, hẹn trả kết quả",
                        "Thời gian gia hạn: 2 ngày làm việc\nCăn cứ: Luật Xuất bản 2012, Điều 25\n"),
                turn(
                        EventKind.REAPPOINTED,
                        (dossiers, code) -> dossiers.reappoint(
                                code,
                                LocalDate.of(2026, 12, 31),
                                LetterOffice.act().because("Máy in hỏng")),
                        "Xin lỗi và hẹn lại ngày trả kết quả hồ sơ %s: thứ Năm 31/12/2026",
                        "thành thật xin lỗi",
                        "Ngày hẹn trả mới: thứ Năm 31/12/2026\n\nLý do:\nMáy in hỏng\n"),
                turn(
                        EventKind.RESOLVED,
                        (dossiers, code) -> dossiers.resolve(code, LetterOffice.act()),
                        "Hồ sơ %s đã có kết quả",
                        "kết quả có tại Bộ phận Một cửa từ 09:00 thứ Sáu 20/11/2026."),
                turn(
                        EventKind.REFUSED,
                        (dossiers, code) ->
                                dossiers.refuse(code, LetterOffice.act().because("Không thuộc đối tượng")),
                        "Hồ sơ %s: có văn bản từ chối giải quyết",
                        "Lý do:\nKhông thuộc đối tượng\n",
                        "có quyền khiếu nại"),
                turn(
                        EventKind.STOPPED,
                        (dossiers, code) ->
                                dossiers.stop(code, LetterOffice.act().because("Không bổ sung")),
                        "Hồ sơ %s đã dừng giải quyết",
                        "Lý do:\nKhông bổ sung\n"),
                turn(
                        EventKind.WITHDRAWN,
                        (dossiers, code) -> {
                            dossiers.askWithdrawal(code, LetterOffice.act().because("Không cần nữa"));
                            dossiers.withdraw(code, LetterOffice.act());
                        },
                        "Đã rút hồ sơ %s",
                        "đã đồng ý cho ông/bà rút hồ sơ"),
                turn(
                        EventKind.WITHDRAWAL_DECLINED,
                        (dossiers, code) -> {
                            dossiers.askWithdrawal(code, LetterOffice.act().because("Không cần nữa"));
                            dossiers.declineWithdrawal(code, LetterOffice.act().because("Đã ký kết quả"));
                        },
                        "Chưa đồng ý cho rút hồ sơ %s",
                        "Lý do:\nĐã ký kết quả\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("turns")
    void each_turn_is_told_in_its_own_words(
            EventKind kind, BiConsumer<Dossiers, String> turn, String subject, List<String> saying)
            throws MessagingException {
        String code = office.accepted();
        turn.accept(office.dossiers(), code);
        MimeMessage letter = office.letter();
        assertThat(letter.getSubject()).startsWith(subject.formatted(code));
        assertThat(LetterOffice.part(letter, 0))
                .contains(saying)
                .contains("Kính gửi: Nông Thị Hằng\n", "Mã hồ sơ: " + code, "Thủ tục: Cấp giấy phép")
                .contains("https://motcua.example.vn/track?code=" + code + "\n")
                .doesNotContain("null", "[(", "[#", "\n\n\n");
        assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(LetterOffice.ADDRESS);
    }

    @Test
    void the_receipt_of_an_online_filing_has_code_and_pin_and_by_when_it_is_answered() throws MessagingException {
        String code = file();
        MimeMessage letter = office.letter();
        String pin = office.store
                .jdbc()
                .sql(
                        "select pin from motcua.lookup_pin p join motcua.dossier d on d.id = p.dossier_id where d.code = ?")
                .param(code)
                .query(String.class)
                .single();
        assertThat(letter.getSubject()).isEqualTo("Đã nhận hồ sơ %s nộp trực tuyến", code);
        assertThat(LetterOffice.part(letter, 0))
                .contains("Mã hồ sơ: " + code + "\nMã tra cứu (PIN): " + pin + "\n")
                .contains("chậm nhất 09:00 thứ Hai 23/11/2026.");
    }

    private static String file() {
        return office.store.bean(TransactionTemplate.class).execute(status -> {
            String code = office.filed();
            var dossier = office.dossiers().get(code);
            office.store
                    .bean(TurnLetters.class)
                    .filed(dossier, office.store.bean(Submissions.class).fields(dossier.id()));
            return code;
        });
    }

    @Test
    void acceptance_is_told_with_the_due_date_in_the_words_of_the_pages() throws MessagingException {
        String code = office.filed();
        office.dossiers().accept(code, LetterOffice.act());
        MimeMessage letter = office.letter();
        String due = office.dossiers()
                .ledger(office.dossiers().get(code))
                .asOf(FRI_20_NOV_0900)
                .orElseThrow()
                .due()
                .vietnamese();
        assertThat(due).startsWith("thứ ");
        assertThat(letter.getSubject()).isEqualTo("Hồ sơ %s đã được tiếp nhận, hẹn trả kết quả %s", code, due);
        assertThat(LetterOffice.part(letter, 0))
                .contains("Hẹn trả kết quả: " + due + "\nNhận kết quả: tại Bộ phận Một cửa\n");
    }

    @Test
    void a_date_in_a_year_whose_days_off_are_not_published_is_marked_as_provisional() {
        office.store.clock().set(LocalDateTime.of(2026, 12, 29, 15, 0));
        String code = office.filed();
        office.dossiers().accept(code, LetterOffice.act());
        assertThat(office.dossiers().get(code).dueProvisional()).isTrue();
        assertThat(LetterOffice.part(office.letter(), 0))
                .containsPattern(
                        "Hẹn trả kết quả: thứ .* \\d\\d/01/2027 \\(tạm tính, lịch nghỉ của năm chưa được công bố\\)\n");
    }

    @Test
    void a_letter_tells_of_its_turn_even_if_it_is_sent_after_the_next_one() throws MessagingException {
        String code = office.filed();
        office.dossiers().accept(code, LetterOffice.act());
        LocalDateTime promised = office.dossiers().get(code).due();
        office.dossiers().extend(code, 5, "Luật", "leader", LetterOffice.act());
        assertThat(office.dossiers().get(code).due()).isNotEqualTo(promised);
        office.round();
        assertThat(office.arrived()).hasSize(2);
        assertThat(office.arrived().get(0).getSubject())
                .endsWith(VietnameseDates.weekdayAndDay(promised.toLocalDate()));
    }

    @Test
    void papers_that_came_are_acknowledged_with_the_moved_date() {
        String code = office.accepted();
        office.dossiers().askSupplement(code, LetterOffice.act().because("Bản sao"));
        office.clear();
        office.store.clock().set(LocalDateTime.of(2026, 11, 25, 10, 0));
        office.dossiers().supplementReceived(code, LetterOffice.act());
        LocalDateTime due = office.dossiers().get(code).due();
        assertThat(LetterOffice.part(office.letter(), 0))
                .contains("Hẹn trả kết quả: " + VietnameseDates.weekdayAndDay(due.toLocalDate()));
    }

    @Test
    void a_filing_that_is_not_accepted_is_told_with_the_reason() throws MessagingException {
        String code = office.filed();
        office.dossiers().notAccept(code, LetterOffice.act().because("Sai thẩm quyền"));
        MimeMessage letter = office.letter();
        assertThat(letter.getSubject()).isEqualTo("Hồ sơ %s không được tiếp nhận", code);
        assertThat(LetterOffice.part(letter, 0)).contains("Lý do:\nSai thẩm quyền\n");
    }

    @Test
    void who_has_the_dossier_in_an_account_is_led_there_and_nobody_else() {
        long account =
                OnlineApplicants.register(office.store, LetterOffice.ADDRESS).accountId();
        DossierOwners owners = office.store.bean(DossierOwners.class);
        String own = office.accepted();
        owners.filed(office.dossiers().get(own).id(), account);
        office.dossiers().askSupplement(own, LetterOffice.act().because("Bản sao"));
        assertThat(LetterOffice.part(office.letter(), 0))
                .contains(
                        "\nhttps://motcua.example.vn/account/dossiers/" + own + "\n", "Xin gửi giấy tờ trong tài khoản")
                .doesNotContain("/track", "\n\n\n");
        office.clear();
        String forAnother = office.filed("nguoinha@example.vn");
        owners.filed(office.dossiers().get(forAnother).id(), account);
        office.dossiers().accept(forAnother, LetterOffice.act());
        assertThat(LetterOffice.part(office.letter(), 0))
                .contains("\nhttps://motcua.example.vn/track?code=" + forAnother + "\n")
                .doesNotContain("/account");
    }

    @Test
    void what_was_rolled_back_is_told_to_nobody() {
        assertThatThrownBy(() -> office.store.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                    String code = office.filed();
                    office.dossiers().accept(code, LetterOffice.act());
                    assertThat(office.rows()).hasSize(1);
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");
        office.round();
        assertThat(office.rows()).isEmpty();
        assertThat(office.arrived()).isEmpty();
    }

    @Test
    void without_an_address_nothing_is_written() {
        String code = office.filed("");
        office.dossiers().accept(code, LetterOffice.act());
        assertThat(office.rows()).isEmpty();
    }

    @Test
    void a_turn_is_written_in_the_statement_of_its_ledger_row() {
        String with = office.filed();
        String without = office.filed("");
        assertThat(statements(with)).isEqualTo(statements(without));
        assertThat(office.rows()).hasSize(1);
    }

    private static int statements(String code) {
        return office.store
                .statements()
                .of(() -> office.dossiers().accept(code, LetterOffice.act()))
                .size();
    }

    @Test
    void the_html_says_the_same_with_a_link_and_markup_of_applicants_is_only_text() {
        String code = office.filed();
        office.dossiers().notAccept(code, LetterOffice.act().because("<script>alert(1)</script>\nDòng hai"));
        String html = LetterOffice.part(office.letter(), 1);
        assertThat(html)
                .contains("<html lang=\"vi\"", "&lt;script&gt;alert(1)&lt;/script&gt;<br>Dòng hai")
                .contains("href=\"https://motcua.example.vn/track?code=" + code + "\"")
                .contains("Kính gửi: Nông Thị Hằng")
                .doesNotContain("<script", " th:", "xmlns");
    }

    @Test
    void a_letter_comes_from_the_office_and_is_no_answer_to_an_automatic_answer() throws MessagingException {
        office.filed();
        office.dossiers().accept(office.filed(), LetterOffice.act());
        MimeMessage letter = office.letter();
        assertThat(((jakarta.mail.internet.InternetAddress) letter.getFrom()[0]).getPersonal())
                .isEqualTo("Một cửa Lạng Sơn");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getMessageID()).endsWith("@langson.example.vn>");
    }

    @Test
    void what_was_sent_is_kept_for_ninety_days_and_then_emptied() {
        office.dossiers().accept(office.filed(), LetterOffice.act());
        office.round();
        office.store.clock().set(FRI_20_NOV_0900.plusDays(90));
        office.store.bean(Postman.class).empty();
        assertThat(office.row().get("body").toString()).contains("Kính gửi: Nông Thị Hằng");
        office.store.clock().set(FRI_20_NOV_0900.plusDays(90).plusMinutes(1));
        office.store.bean(Postman.class).empty();
        assertThat(office.row()).containsEntry("body", "").containsEntry("state", "sent");
        assertThat(office.row().get("sent_at")).isNotNull();
    }
}

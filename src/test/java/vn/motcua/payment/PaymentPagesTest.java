package vn.motcua.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.payment.PayingOffice.FEE;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.dossier.Status;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;

/** Paying from the page of a dossier through the sandbox and back, and what the office sees of it. */
class PaymentPagesTest {

    private static PayingOffice office;

    @BeforeAll
    static void open() {
        office = PayingOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void onFriday() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        office.store.jdbc().sql("delete from motcua.lookup_attempt").update();
    }

    // --- the payer

    @Test
    void from_the_dossier_to_the_gateway_and_back_the_payer_is_told_how_it_stands() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        assertThat(payer.get("/track/" + code).body())
                .contains("Phí, lệ phí phải nộp", "1.800.000 đồng", "Nộp phí trực tuyến")
                .doesNotContain("Hãy nộp tại bộ phận một cửa. Nhận đủ tiền");
        String reference = pays(payer, code);
        HttpResponse<String> leaving = payer.get("/payment/" + reference + "/go");
        assertThat(leaving.headers().firstValue("Refresh")).hasValue("0; url=/payment/sandbox/" + reference);
        assertThat(leaving.body()).contains("href=\"/payment/sandbox/" + reference + "\"", "1.800.000 đồng", code);
        assertThat(leaving.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("form-action 'self';");
        String sandbox = "/payment/sandbox/" + reference;
        assertThat(payer.get(sandbox).body()).contains("THỬ NGHIỆM", "1.800.000 đồng", code, "Trả tiền");
        HttpResponse<String> back = payer.submit(sandbox, sandbox + "/pay");
        assertThat(payer.location(back)).isEqualTo("/payment/" + reference);
        assertThat(payer.get("/payment/" + reference).body())
                .contains("Đã nhận được tiền", "href=\"/track/" + code + "\"")
                .doesNotContain("hx-get", "Thử lại");
        assertThat(payer.get("/track/" + code).body())
                .contains("Hồ sơ đang được xử lý", "Đã nộp phí, lệ phí")
                .doesNotContain("Phí, lệ phí phải nộp");
        assertThat(office.status(code)).isEqualTo(Status.IN_PROCESS);
        assertThat(payer.get(sandbox).body()).contains("Đã trả tiền").doesNotContain("<button");
    }

    @Test
    void a_failed_payment_can_be_tried_again() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        String reference = pays(payer, code);
        press(payer, reference, "fail");
        assertThat(payer.get("/payment/" + reference).body())
                .contains("Thanh toán không thành công", "Thử lại")
                .doesNotContain("hx-get");
        HttpResponse<String> again = payer.submit("/payment/" + reference, "/payment/" + reference + "/again");
        String next = payer.location(again).split("/")[2];
        assertThat(next).isNotEqualTo(reference);
        press(payer, next, "pay");
        assertThat(office.state(next)).isEqualTo(OrderState.PAID);
        HttpResponse<String> late = payer.submit("/track", "/payment/" + reference + "/again");
        assertThat(late.body()).contains("không chờ nộp phí");
    }

    @Test
    void while_the_call_back_is_late_the_page_asks_again_by_itself_and_has_a_link_for_it() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        String reference = pays(payer, code);
        press(payer, reference, "pay-late");
        assertThat(payer.get("/payment/" + reference).body())
                .contains("Đang chờ cổng thanh toán xác nhận", "hx-get=\"/payment/" + reference, "every 4s")
                .contains("href=\"/payment/" + reference + "\"", "Tiếp tục thanh toán");
        assertThat(payer.get("/track/" + code).body()).contains("Có một lần thanh toán chưa được xác nhận");
        office.store.clock().advance(SandboxBank.LATE.minusSeconds(1));
        office.store.bean(SandboxBank.class).callOut();
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        office.store.clock().advance(Duration.ofSeconds(1));
        office.store.bean(SandboxBank.class).callOut();
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID);
        assertThat(payer.get("/payment/" + reference).body()).contains("Đã nhận được tiền");
    }

    @Test
    void a_sandbox_that_calls_back_twice_has_paid_once() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        String reference = pays(payer, code);
        press(payer, reference, "pay-twice");
        assertThat(office.verdicts(reference)).containsExactly("TAKEN", "KNOWN");
        assertThat(office.payments(code)).hasSize(1);
    }

    @Test
    void who_closes_the_gateway_can_go_on_with_the_same_payment() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        String reference = pays(payer, code);
        press(payer, reference, "close");
        assertThat(office.state(reference)).isEqualTo(OrderState.BEGUN);
        assertThat(payer.get("/payment/" + reference).body()).contains("/payment/" + reference + "/go");
        assertThat(pays(payer, code)).isEqualTo(reference);
    }

    @Test
    void only_a_browser_that_opened_the_dossier_begins_to_pay_for_it() {
        String code = office.waiting();
        Visit other = office.tracking(office.waiting());
        HttpResponse<String> answer = other.submit("/track", "/track/" + code + "/pay");
        assertThat(other.location(answer)).isEqualTo("/track?code=" + code);
        assertThat(office.store
                        .bean(PaymentRegister.class)
                        .of(office.dossier(code).id()))
                .isEmpty();
        Visit stranger = office.desk.nobody();
        assertThat(stranger.send(stranger.request("/track/" + code + "/pay").POST(BodyPublishers.noBody()))
                        .statusCode())
                .as("without the token of a form")
                .isEqualTo(403);
    }

    @Test
    void when_the_dossier_waits_no_more_the_payer_is_told() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        office.payCash(code);
        HttpResponse<String> answer = payer.submit("/track", "/track/" + code + "/pay");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("không chờ nộp phí", "Hồ sơ đang được xử lý");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/payment/khong-co",
                "/payment/khong-co/go",
                "/payment/sandbox/khong-co",
                "/payment/callback/sandbox"
            })
    void what_is_not_there_is_not_found_and_no_fault(String path) {
        assertThat(office.desk.nobody().get(path).statusCode()).isBetween(404, 405);
    }

    @Test
    void nothing_but_the_call_backs_goes_without_a_token() {
        String code = office.waiting();
        String reference = office.begun(code);
        Visit forger = office.desk.nobody();
        for (String path : new String[] {
            "/payment/" + reference + "/again",
            "/payment/sandbox/" + reference + "/pay",
            "/payment/callback",
            "/payment/callback/sandbox/more"
        }) {
            assertThat(forger.send(forger.request(path).POST(BodyPublishers.noBody()))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(forger.send(forger.request("/payment/callback/unknown").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> unsigned =
                forger.send(forger.request(PayingOffice.CALL_BACK).POST(BodyPublishers.noBody()));
        assertThat(unsigned.statusCode()).isEqualTo(400);
        assertThat(unsigned.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void the_pages_speak_english_too() {
        String code = office.waiting();
        Visit payer = office.tracking(code);
        String reference = pays(payer, code);
        assertThat(payer.get("/track/" + code + "?lang=en").body()).contains("Fee to be paid", "1,800,000 VND");
        for (String path :
                new String[] {"/payment/" + reference, "/payment/" + reference + "/go", "/payment/sandbox/" + reference
                }) {
            assertThat(payer.get(path).body()).contains("<html lang=\"en\"").doesNotContain("??");
        }
    }

    // --- the office

    @Test
    void the_dossier_on_the_desk_tells_who_paid_and_how() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.callBack(reference, FEE, "PAID");
        assertThat(office.desk.as("counter").get("/desk/dossiers/" + code).body())
                .contains("id=\"payments\"", reference, "Đã thu", "1.800.000 đồng")
                .containsPattern("<span>Cổng thanh toán</span>")
                .doesNotContain("gateway:sandbox", "??");
        assertThat(office.desk
                        .as("counter")
                        .get("/desk/dossiers/" + office.waiting())
                        .body())
                .doesNotContain("id=\"payments\"");
    }

    @Test
    void a_surplus_is_paid_back_with_a_note_by_somebody_at_a_time() {
        String reference = surplus();
        Visit clerk = office.desk.as("counter");
        assertThat(clerk.get("/desk/payments").body()).contains("id=\"note-" + reference + "\"", "Phải hoàn trả");
        String address = "/desk/payments/" + reference + "/paid-back";
        HttpResponse<String> without = clerk.submit("/desk/payments", address, "note", " ");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body())
                .contains("Hãy ghi cách hoàn trả", "id=\"note-" + reference + "-error\"", "aria-invalid=\"true\"");
        HttpResponse<String> tooLong = clerk.submit("/desk/payments", address, "note", "CK " + "1".repeat(500));
        assertThat(tooLong.statusCode()).isEqualTo(422);
        assertThat(tooLong.body()).contains("value=\"CK 111");
        office.store.clock().advance(Duration.ofHours(1));
        HttpResponse<String> done = clerk.submit("/desk/payments", address, "note", "Chuyển khoản <b>CK-77</b>");
        assertThat(clerk.location(done)).isEqualTo("/desk/payments");
        assertThat(office.state(reference)).isEqualTo(OrderState.PAID_BACK);
        assertThat(clerk.get("/desk/payments").body())
                .doesNotContain("id=\"note-" + reference + "\"")
                .contains("10:00 20/11/2026 · Nguyễn Thị counter: Chuyển khoản &lt;b&gt;CK-77&lt;/b&gt;");
        HttpResponse<String> twice = clerk.submit("/desk/payments", address, "note", "CK-78");
        assertThat(twice.statusCode()).isEqualTo(422);
        assertThat(twice.body()).contains("không còn chờ hoàn trả");
    }

    @ParameterizedTest
    @CsvSource({
        "counter, 200, true",
        "manager, 200, true",
        "admin, 200, true",
        "commune.counter, 200, false",
        "officer, 403, false",
        "leader, 403, false"
    })
    void cashiers_and_managers_see_the_payments_of_their_agencies(String who, int status, boolean sees) {
        String reference = surplus();
        Visit visit = office.desk.as(who);
        for (String path : new String[] {"/desk/payments", "/desk/payments/file"}) {
            HttpResponse<String> answer = visit.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(status);
            assertThat(answer.body().contains(reference)).as(path).isEqualTo(sees);
        }
        HttpResponse<String> act =
                visit.submit("/password", "/desk/payments/" + reference + "/paid-back", "note", "CK-1");
        assertThat(act.statusCode()).isEqualTo(sees ? 302 : status == 403 ? 403 : 422);
        assertThat(office.state(reference)).isEqualTo(sees ? OrderState.PAID_BACK : OrderState.SURPLUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/payments", "/desk/payments/file"})
    void nobody_sees_payments_without_signing_in(String path) {
        Visit nobody = office.desk.nobody();
        assertThat(nobody.location(nobody.get(path))).isEqualTo("/login");
    }

    @Test
    void payments_are_found_by_state_and_period_and_the_file_has_their_totals() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026.plusYears(1));
        String paid = office.begun(office.waiting());
        office.callBack(paid, FEE, "PAID");
        String failed = office.begun(office.waiting());
        office.callBack(failed, FEE, "FAILED");
        String surplus = surplus();
        Visit manager = office.desk.as("manager");
        assertThat(manager.get("/desk/payments").body()).contains(paid, failed, surplus, "3.600.000 đồng");
        assertThat(manager.get("/desk/payments?state=FAILED").body())
                .contains(failed)
                .doesNotContain(paid);
        assertThat(manager.get("/desk/payments?from=2026-11-20&to=2026-11-20&state=PAID")
                        .body())
                .doesNotContain(paid, failed);
        assertThat(manager.get("/desk/payments?from=2026-02-31&to=x&state=NO").statusCode())
                .isEqualTo(200);
        HttpResponse<String> file = manager.get("/desk/payments/file?from=2027-11-20&to=2027-11-20");
        assertThat(file.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).contains("attachment", "2027-11-20");
        assertThat(file.body()).startsWith("\uFEFFMã giao dịch,Mã hồ sơ");
        assertThat(file.body().lines().filter(line -> line.contains("H37.15-"))).hasSize(3);
        assertThat(file.body())
                .contains(
                        "Tổng đã thu,,,,,3600000,",
                        "Tổng tính vào hồ sơ,,,,,1800000,",
                        "Tổng phải hoàn trả,,,,,1800000,")
                .contains(",1800000,Phải hoàn trả,", ",1800000,Không thành công,");
    }

    @Test
    void what_gateways_told_wrongly_is_shown_to_those_whose_dossier_it_is() {
        String code = office.waiting();
        office.callBack(office.begun(code), 7_654_321, "PAID");
        office.callBack("ma-la", 1_234_567, "PAID");
        assertThat(office.desk.as("counter").get("/desk/payments").body())
                .contains("Số tiền khác", "7.654.321 đồng")
                .doesNotContain("1.234.567");
        assertThat(office.desk.as("commune.counter").get("/desk/payments").body())
                .doesNotContain("7.654.321", "1.234.567");
        assertThat(office.desk.as("manager").get("/desk/payments?lang=en").body())
                .contains("7,654,321 VND", "1,234,567 VND", "ma-la")
                .doesNotContain("??");
    }

    private static String surplus() {
        String code = office.waiting();
        String reference = office.begun(code);
        office.payCash(code);
        office.callBack(reference, FEE, "PAID");
        return reference;
    }

    private static String pays(Visit payer, String code) {
        HttpResponse<String> answer = payer.submit("/track/" + code, "/track/" + code + "/pay");
        assertThat(payer.location(answer)).matches("/payment/[A-Za-z0-9_-]+/go");
        return payer.location(answer).split("/")[2];
    }

    private static void press(Visit payer, String reference, String button) {
        String sandbox = "/payment/sandbox/" + reference;
        HttpResponse<String> back = payer.submit(sandbox, sandbox + "/" + button);
        assertThat(payer.location(back)).isEqualTo("/payment/" + reference);
    }
}

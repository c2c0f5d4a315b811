package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossiers;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.payment.Payments;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.TestStore;

/**
 * What no browser sends and people send all the same, to every form of the portal. Every text goes into every field of
 * every form, and into every variable of every address. Three other ways are spread: each field three times over and each
 * address by a script with every third text, and fields without a token with every ninth; the form or address after it
 * gets the texts after these, so that every text comes in each way somewhere, and every form and address is met in it.
 */
class HostileInputTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String FORM = "application/x-www-form-urlencoded";

    private static final List<String> TEXTS = hostile().toList();

    private static DeskOffice office;
    private static SignedInApplicant who;
    private static Visit nobody;
    private static Visit applicant;
    private static Visit counter;
    private static Visit manager;
    private static String filed;
    private static String asked;
    private static String ended;
    private static String reference;
    private static String draft;

    /**
     * @param page with a form on it
     * @param path where the form is sent
     */
    private record Form(String page, String path, String... fields) {}

    @BeforeAll
    static void open() {
        office = DeskOffice.open(
                "--motcua.payment.gateway=sandbox", "--motcua.payment.sandbox.secret=bi mat cua cong thu nghiem");
        who = OnlineApplicants.register(office.store, "hang@example.vn");
        nobody = office.nobody();
        applicant = office.as(who);
        counter = office.as("counter");
        manager = office.as("manager");
        filed = OnlineApplicants.filePublication(office.store, who);
        asked = OnlineApplicants.filePublication(office.store, who);
        office.complete(asked, "intake-check", "counter", decided("supplement", "Thiếu trang bìa"));
        ended = OnlineApplicants.filePublication(office.store, who);
        office.complete(ended, "intake-check", "counter", decided("reject", "Không đủ điều kiện"));
        String unpaid = OnlineApplicants.filePublication(office.store, who);
        office.complete(
                unpaid,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 120, "subject", "none"));
        reference = office.store
                .bean(Payments.class)
                .begin(unpaid, "/track/" + unpaid)
                .split("/")[2];
        draft = "/file/drafts/"
                + office.store
                        .bean(IntakeDrafts.class)
                        .begin(new IntakeDrafts.Owner(who.actor(), null), agency(), "1.003868");
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void nobodyIsThrottled() {
        office.store.clock().set(TestStore.FRI_20_NOV_2026);
        forget();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "",
                " ",
                "A".repeat(10_000),
                "ă".repeat(10_000),
                "😀".repeat(1_500),
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "\"><script>alert(1)</script>",
                "'; drop table motcua.dossier; --",
                "😀👩‍👩‍👧‍👦 Lê",
                "\u202Eמילה عربى\u202C",
                "${31337*3} #{31337*3} __${31337*3}__ [[${31337*3}]] *{31337*3} @{31337*3}",
                "__${T(java.lang.Runtime).getRuntime().exec('id')}__::x",
                "a\u0000b",
                "a\u0007\u001b[31mb\u0085c\u2028d",
                "a\r\nSet-Cookie: stolen=1\r\n\r\nb",
                "=cmd|' /C calc'!A0",
                "../../../../etc/passwd",
                "-1",
                "99999999999999999999999999999999",
                "-999999999-01-01",
                "+999999999-12-31",
                "9999-12-31",
                "0000-00-00",
                "NaN",
                "{{7*7}}%n%s%d\\",
                "%00%ff%fe",
                "[\"a\",{\"b\":null}]");
    }

    // --- forms

    private static List<Form> forNobody() {
        return List.of(
                new Form("/account/register", "/account/register", "fullName", "email", "password"),
                new Form("/account/sign-in", "/account/sign-in", "email", "password"),
                new Form("/account/sign-in", "/account/sign-in/failed", "email", "password"),
                new Form("/account/forgotten", "/account/forgotten", "email"),
                new Form("/account/forgotten", "/account/reset", "token", "password", "again"),
                new Form("/account/register", "/account/verify", "token", "password"),
                new Form("/account/verify/again", "/account/verify/again", "email"),
                new Form("/login", "/login", "username", "password"),
                new Form("/track", "/track", "code", "pin"),
                new Form("/track", "/track/X/pay", "code", "pin"),
                new Form("/track", "/payment/" + reference + "/again", "reference"),
                new Form("/track", "/payment/sandbox/" + reference + "/x", "button"),
                new Form("/track", "/payment/callback/sandbox", "reference", "amount", "outcome"));
    }

    private static List<Form> forApplicants() {
        String page = "/account/dossiers/";
        return List.of(
                new Form("/account/profile", "/account/profile", "fullName"),
                new Form("/account/profile", "/account/profile/password", "current", "password", "again"),
                new Form("/account/profile", page + asked + "/answer", "do", "seen", "comment", "component", "file"),
                new Form("/account/profile", page + filed + "/withdrawal", "seen"),
                new Form("/account/profile", page + filed + "/result-channel", "channel"),
                new Form("/account/profile", page + ended + "/rating", "stars"),
                new Form("/account/profile", page + ended + "/pay", "code"),
                new Form("/account/profile", "/file/1.003868", "agency", "for", "basis"),
                new Form("/account/profile", draft + "/papers", "component", "file"),
                new Form("/account/profile", draft + "/papers/1/remove", "x"),
                new Form("/account/profile", draft + "/send", "declared"),
                new Form("/account/profile", draft + "/1/keep", "applicantName", "phone"),
                new Form("/account/profile", draft + "/1", "do", "applicantName"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_text_in_any_field_is_told_in_vietnamese_and_never_run(String text) {
        SoftAssertions all = new SoftAssertions();
        sendEverything(nobody, forNobody(), text, all);
        sendEverything(applicant, forApplicants(), text, all);
        all.assertThat(office.store.bean(Dossiers.class).find(filed)).isPresent();
        all.assertAll();
    }

    private static void sendEverything(Visit visit, List<Form> forms, String text, SoftAssertions all) {
        String token = "_csrf=" + encoded(token(visit, forms.get(0).page));
        for (Form form : forms) {
            String each = fields(form, text);
            String what = form.path + " with " + shown(text);
            int status = expect(visit, form.path, token + each, what, all);
            all.assertThat(status).as("the token of " + what).isNotEqualTo(403);
            if (isTurn(forms.indexOf(form), text, 3)) {
                expect(visit, form.path, token + each + each + each, "three times " + what, all);
            }
            if (isTurn(forms.indexOf(form), text, 9)) {
                expect(visit, form.path, each, "without a token " + what, all);
            }
        }
    }

    /** For each form or address another one of so many texts in turn. */
    private static boolean isTurn(int place, String text, int every) {
        return (place + TEXTS.indexOf(text)) % every == 0;
    }

    @Test
    void a_form_without_its_fields_is_told_in_vietnamese() {
        SoftAssertions all = new SoftAssertions();
        for (Form form : forNobody()) {
            expect(nobody, form.path, "_csrf=" + encoded(token(nobody, form.page)), form.path, all);
        }
        for (Form form : forApplicants()) {
            expect(applicant, form.path, "_csrf=" + encoded(token(applicant, form.page)), form.path, all);
        }
        all.assertAll();
    }

    private static int expect(Visit visit, String path, String body, String what, SoftAssertions all) {
        forget();
        HttpResponse<String> answer =
                visit.send(visit.request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(body)));
        harmless(answer, what, all);
        return answer.statusCode();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void a_hostile_text_in_any_address_is_told_in_vietnamese_and_never_run(String text) {
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of(
                "/?q=%s&sector=%s&event=%s&level=%s&agency=%s&most=%s&lang=%s",
                "/thong-ke?from=%s",
                "/thong-ke?to=%s",
                "/thong-ke?from=%s&to=%s&agency=%s&months=%s&measure=%s",
                "/thong-ke?from=2026-01-01&to=2026-02-01&months=%s&measure=%s&agency=%s",
                "/track?code=%s",
                "/track/%s",
                "/thu-tuc/%s",
                "/thu-tuc/%s/forms/%s",
                "/thu-tuc/1.003868/forms/%s",
                "/payment/%s",
                "/payment/%s/go",
                "/payment/sandbox/%s",
                "/account/verify?token=%s",
                "/account/reset?token=%s",
                "/account/sign-in?refused=%s&out=%s",
                "/login?%s=%s",
                "/api/reports/ii06a?from=%s&to=%s",
                "/api/reports/ii06a?from=2026-01-01&to=2026-02-01&asOf=%s&agency=%s&groupBy=%s&format=%s",
                "/api/reports/months?from=%s&to=%s",
                "/api/reports/months?from=2026-01-01&to=%s",
                "/api/reports/levels?from=%s&to=%s",
                "/api/reports/levels?from=2026-01-01&to=%s",
                "/api/reports/services?on=%s",
                "/api/reports/ratings?from=%s&to=%s",
                "/api/reports/ratings?from=2026-01-01&to=%s",
                "/api/reports/ratings?from=%s&to=2026-01-01",
                "/api/reports/ratings?from=2026-01-01&to=2026-02-01&agency=%s&groupBy=%s&format=%s",
                "/api/catalogue/procedures?q=%s&format=%s&agency=%s&level=%s",
                "/api/catalogue/agencies?on=%s&format=%s",
                "/api/catalogue/life-events?on=%s&format=%s",
                "/error?%s",
                "/oauth2/authorization/%s",
                "/login/oauth2/code/%s?code=%s&state=%s")) {
            get(nobody, path, text, all);
        }
        for (String path : List.of(
                "/account/dossiers?code=%s&after=%s",
                "/account/dossiers/%s",
                "/account/dossiers/" + ended + "/files/%s",
                "/account/dossiers/" + ended + "/print/%s",
                "/account/dossiers/" + asked + "/answer/files/%s",
                "/file/%s",
                "/file/drafts/%s",
                "/file/drafts/%s/1",
                draft + "/%s",
                draft + "/1?again=%s",
                draft + "/papers/%s?save=%s")) {
            get(applicant, path, text, all);
        }
        String autumn = "&from=2026-09-01&to=2026-11-01";
        for (String path : List.of(
                "/desk/reports?report=%s&period=%s&year=%s&from=%s&to=%s&agency=%s&asOf=%s",
                "/desk/reports?period=M1&year=%s",
                "/desk/reports?period=FREE&from=%s&to=%s",
                "/desk/reports?period=FREE&from=2026-01-01&to=%s",
                "/desk/reports?asOf=%s",
                "/desk/reports?report=late&period=FREE&agency=%s" + autumn,
                "/desk/reports/file?format=%s",
                "/desk/reports/file?format=csv&corrections=%s&agency=%s",
                "/desk/reports/sign-off?agency=%s&report=%s",
                "/desk/reports/dossiers?measure=%s" + autumn,
                "/desk/reports/dossiers?measure=OPEN&cursor=%s" + autumn,
                "/desk/reports/dossiers?measure=LICENCE&licence=%s" + autumn,
                "/desk/reports/dossiers?measure=OPEN&sector=%s&handler=%s&procedure=%s&officer=%s&channel=%s"
                        + autumn)) {
            get(manager, path, text, all);
        }
        all.assertThat(applicant.get("/account/profile").statusCode()).isEqualTo(200);
        all.assertThat(manager.get("/desk/reports").statusCode()).isEqualTo(200);
        all.assertAll();
    }

    private static void get(Visit visit, String path, String text, SoftAssertions all) {
        String value = encoded(text.substring(0, Math.min(text.length(), 1_500)));
        String filled = path.replace("%s", value.replace("+", "%20"));
        harmless(visit.get(filled), filled, all);
        if (isTurn(path.length(), text, 3)) {
            HttpRequest.Builder byScript = visit.request(filled).header("HX-Request", "true");
            harmless(visit.send(byScript), "by a script " + filled, all);
        }
    }

    // --- kept whole

    @Test
    void a_comment_as_long_as_it_may_be_is_kept_whatever_its_letters() {
        String rated = OnlineApplicants.filePublication(office.store, who);
        office.complete(rated, "intake-check", "counter", decided("reject", "Không đủ điều kiện"));
        String comment = "😀".repeat(2_000);
        String page = "/account/dossiers/" + rated;
        applicant.submit(page, page + "/rating", "stars", "5", "comment", comment);
        assertThat(office.store
                        .jdbc()
                        .sql("select comment from motcua.rating where dossier_id = ?")
                        .param(office.store.bean(Dossiers.class).get(rated).id())
                        .query(String.class)
                        .optional())
                .contains(comment);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void what_an_applicant_writes_to_the_office_is_kept_or_refused(String text) {
        String code = OnlineApplicants.filePublication(office.store, who);
        SoftAssertions all = new SoftAssertions();
        String page = "/account/dossiers/" + code;
        harmless(
                applicant.submit(
                        page + "/result-channel", page + "/result-channel", "channel", "POST", "address", text),
                "address",
                all);
        harmless(applicant.get(page), "page", all);
        harmless(
                applicant.submit(page + "/withdrawal", page + "/withdrawal", "seen", "1", "reason", text),
                "reason",
                all);
        harmless(applicant.get(page), "page", all);
        harmless(
                applicant.submit(page, "/account/dossiers/" + ended + "/rating", "stars", "9", "comment", text),
                "rating",
                all);
        harmless(counter.get("/desk/dossiers/" + code), "desk", all);
        office.store.jdbc().sql("delete from motcua.rating").update();
        String answer = "/account/dossiers/" + asked + "/answer";
        harmless(applicant.submit(answer, answer, "do", "add", "comment", text, "component", text), "answer", all);
        harmless(applicant.get(answer), "answer", all);
        all.assertAll();
    }

    @Test
    void a_formula_for_a_name_is_a_text_in_the_file_of_payments() {
        String code = OnlineApplicants.file(
                office.store,
                who,
                "1.003868",
                Map.of(
                        "applicantName", "=cmd|' /C calc'!A0",
                        "title", "Kỷ yếu",
                        "media", "printed",
                        "units", 120,
                        "subject", "none",
                        "purpose", "Lưu hành nội bộ",
                        "summary", "Kỷ yếu"));
        office.complete(code, "intake-check", "counter", decided("accept", ""));
        office.store.bean(Payments.class).begin(code, "/track/" + code);
        assertThat(counter.get("/desk/payments/file").body())
                .contains(",'=cmd|' /C calc'!A0,")
                .doesNotContain(",=cmd", "\"=cmd");
    }

    // --- shapes

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/json",
                "application/xml",
                "nonsense",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x",
                "multipart/mixed; boundary=x",
                "application/x-www-form-urlencoded; charset=utf-7",
                "application/x-www-form-urlencoded; charset=nonsense",
                "text/html; charset=\"\\"
            })
    void a_body_that_is_not_what_it_is_said_to_be_is_refused(String type) {
        SoftAssertions all = new SoftAssertions();
        String nobodys = token(nobody, "/track");
        String applicants = token(applicant, "/account/profile");
        for (Form form : Stream.concat(forNobody().stream(), forApplicants().stream())
                .filter(form -> form.path.matches(".*/(register|sign-in|track|sandbox|profile|answer|papers|keep)"))
                .toList()) {
            boolean open = form.path.matches("/(track|payment/.*|account/(register|sign-in))");
            Visit visit = open ? nobody : applicant;
            String token = open ? nobodys : applicants;
            for (String body : List.of("", "--x\r\nnonsense", "{\"a\":", "a=%zz&%=&&=", "--x--")) {
                HttpRequest.Builder request =
                        visit.request(form.path).header("X-CSRF-TOKEN", token).header("Content-Type", type);
                harmless(
                        visit.send(request.POST(BodyPublishers.ofString(body))),
                        type + " " + body + " to " + form.path,
                        all);
            }
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 1_000, 20_000})
    void a_form_of_very_many_parts_is_refused_or_taken(int parts) {
        SoftAssertions all = new SoftAssertions();
        for (boolean files : new boolean[] {true, false}) {
            String part = "--x\r\nContent-Disposition: form-data; name=\"file\"" + (files ? "; filename=\"a.pdf\"" : "")
                    + "\r\n\r\nx\r\n";
            for (String path :
                    List.of(draft + "/papers", "/account/dossiers/" + asked + "/answer", "/account/profile")) {
                HttpRequest.Builder request = applicant
                        .request(path)
                        .header("X-CSRF-TOKEN", token(applicant, "/account/profile"))
                        .header("Content-Type", "multipart/form-data; boundary=x");
                harmless(
                        applicant.send(request.POST(BodyPublishers.ofString(part.repeat(parts) + "--x--\r\n"))),
                        parts + " parts to " + path,
                        all);
            }
        }
        String many = "a=1&".repeat(parts);
        for (String path : List.of("/account/profile", draft + "/1", draft + "/1/keep")) {
            HttpRequest.Builder request = applicant
                    .request(path)
                    .header("X-CSRF-TOKEN", token(applicant, "/account/profile"))
                    .header("Content-Type", FORM);
            harmless(applicant.send(request.POST(BodyPublishers.ofString(many))), parts + " fields to " + path, all);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /thu-tuc/%2e%2e/%2e%2e/etc/passwd",
                "GET /thu-tuc/..%2f..%2fetc",
                "GET /thu-tuc/1.003868/forms/..%5c..%5cweb.xml",
                "GET /thu-tuc/%00",
                "GET /track/%ff%fe",
                "GET /track/%c0%ae",
                "GET /track/%zz",
                "GET /?q=%zz&%zz=1&=&&&",
                "GET /?q=%00",
                "GET /?%00=1",
                "GET /thong-ke?agency=%00",
                "GET /account/sign-in;jsessionid=1",
                "GET //evil.example/account",
                "GET /\\evil.example",
                "GET /track/a\u0001b",
                "GET http://evil.example/account/profile",
                "GET /.git/config",
                "GET /WEB-INF/web.xml",
                "GET /actuator/env",
                "GET /h2-console",
                "GET /webjars/..%2f..%2fapplication.yaml",
                "GET /css/../application.yaml",
                "GET /css/%2e%2e/application.yaml",
                "TRACE /",
                "CONNECT /",
                "PROPFIND /account/profile",
                "ĐỌC /"
            })
    void an_address_that_no_browser_sends_is_refused(String line) throws IOException {
        String answer = raw(line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).as(answer).matches("(?s)HTTP/1.1 (200|30[0-9]|4[0-9][0-9]|501).*");
        assertThat(answer).doesNotContain("evil.example", "datasource", "Exception", "Apache Tomcat", "\tat ");
    }

    @Test
    void very_long_addresses_and_headers_are_refused() throws IOException {
        for (String request : List.of(
                "GET /?q=" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: " + "a=b; ".repeat(20_000) + "\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: " + "vi,".repeat(2_000) + "\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Language: ***;q=x\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: nonsense\r\n",
                "GET / HTTP/1.1\r\nHost: a b<script>\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: JSESSIONID=" + "x".repeat(2_000) + "; lang=<script>\r\n",
                "GET /account/profile HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n")) {
            String answer = raw(request + "Connection: close\r\n\r\n");
            assertThat(answer).matches("(?s)HTTP/1.1 (200|30[0-9]|4[0-9][0-9]).*");
            assertThat(answer).doesNotContain("evil.example", "Exception", "Apache Tomcat", "<script>");
        }
    }

    // --- what the tests say

    private static void harmless(HttpResponse<String> answer, String what, SoftAssertions all) {
        String about = shown(what);
        String body = answer.body();
        all.assertThat(answer.statusCode()).as(about).isLessThan(500);
        all.assertThat(body).as(about).doesNotContain("94011", "uid=", "Whitelabel", "Exception", "\tat ", "??");
        all.assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
                .as(about)
                .doesNotContain("stolen");
        boolean page = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
        if (page) {
            all.assertThat(body).as(about).doesNotContain("<script>alert", "<img src=x");
        }
        if (page && body.contains("<html")) {
            all.assertThat(body).as(about).contains("<html lang=\"vi\"");
        }
        if (answer.statusCode() >= 400 && !body.isEmpty()) {
            all.assertThat(body).as(about).matches("(?s).*[ếềểễệạảấầậắằặốồộớờợứừựịủụđ].*");
        }
    }

    private static String fields(Form form, String text) {
        return Arrays.stream(form.fields)
                .map(field -> "&" + field + "=" + encoded(text))
                .collect(Collectors.joining());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private static String token(Visit visit, String page) {
        String body = visit.get(page).body();
        Matcher token = TOKEN.matcher(body);
        return token.find() ? token.group(1) : fail("No form on " + page + ": " + body);
    }

    private static void forget() {
        for (String table :
                List.of("applicant_sign_in_attempt", "applicant_letter_attempt", "lookup_attempt", "login_attempt")) {
            office.store.jdbc().sql("delete from motcua." + table).update();
        }
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", office.store.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, Object> decided(String decision, String reason) {
        return Map.of("decision", decision, "reason", reason, "media", "printed", "units", 120, "subject", "none");
    }

    private static int agency() {
        return office.store
                .jdbc()
                .sql("select id from motcua.agency where code = ?")
                .param(DeskOffice.DEPARTMENT)
                .query(Integer.class)
                .single();
    }
}

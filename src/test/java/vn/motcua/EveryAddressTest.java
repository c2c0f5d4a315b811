package vn.motcua;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossiers;
import vn.motcua.files.FileShelf;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.payment.Payments;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.OnlineApplicants;
import vn.motcua.support.SampleFiles;

/**
 * Every address that there is, asked by every verb for what is somebody else's: by nobody, by another applicant, and by a
 * clerk of another agency. The addresses are those of the running application, so that a new one is asked too.
 */
class EveryAddressTest {

    /** Open to everybody, and why. What is not here sends people without a sign-in away. */
    private static final Map<String, String> OPEN = Map.ofEntries(
            Map.entry("/", "finding a procedure"),
            Map.entry("/thu-tuc/{code}", "a procedure"),
            Map.entry("/thu-tuc/{code}/forms/{name}", "blank forms"),
            Map.entry("/thong-ke", "public figures"),
            Map.entry("/open-data", "what data is open"),
            Map.entry("/api/catalogue/agencies", "open data"),
            Map.entry("/api/catalogue/life-events", "open data"),
            Map.entry("/api/catalogue/procedures", "open data"),
            Map.entry("/api/reports/ii06a", "open data"),
            Map.entry("/api/reports/licences", "open data"),
            Map.entry("/api/reports/levels", "open data"),
            Map.entry("/api/reports/months", "open data"),
            Map.entry("/api/reports/ratings", "open data"),
            Map.entry("/api/reports/services", "open data"),
            Map.entry("/v3/api-docs", "describes open data"),
            Map.entry("/v3/api-docs.yaml", "describes open data"),
            Map.entry("/actuator/health/{check}", "load balancers ask whether the node is alive and ready"),
            Map.entry("/error", "the page of errors"),
            Map.entry("/login", "the door of staff"),
            Map.entry("/account/sign-in", "the door of applicants"),
            Map.entry("/account/register", "for people without an account"),
            Map.entry("/account/register/sent", "for people without an account"),
            Map.entry("/account/verify", "opens with the secret of a letter"),
            Map.entry("/account/verify/again", "for people without an account"),
            Map.entry("/account/forgotten", "for people who cannot sign in"),
            Map.entry("/account/forgotten/sent", "for people who cannot sign in"),
            Map.entry("/account/reset", "opens with the secret of a letter"),
            Map.entry("/track", "opens with code and PIN"),
            Map.entry("/track/{code}", "leads to the page that asks for the PIN"),
            Map.entry("/track/{code}/pay", "leads to the page that asks for the PIN"),
            Map.entry("/payment/callback/{gateway}", "believes what its gateway has signed"),
            Map.entry("/payment/{reference}", "whoever has the reference, which nobody can guess, may pay"),
            Map.entry("/payment/{reference}/go", "whoever has the reference may pay"),
            Map.entry("/payment/{reference}/again", "whoever has the reference may pay"),
            Map.entry("/payment/sandbox/{reference}", "whoever has the reference may pay, here with no money"),
            Map.entry(
                    "/payment/sandbox/{reference}/{button}", "whoever has the reference may pay, here with no money"));

    private static final String NAME = "Hoàng Thị Bích Thủy Tiên";
    private static final String BOOK = "Hồi ký chưa kể với ai";
    private static final List<String> VERBS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "FILES");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----motcua-test";

    /** Whose rows nobody else may change; drafts others may begin of their own. */
    private static final Map<String, String> VICTIMS = new TreeMap<>(Map.ofEntries(
            Map.entry("dossier", "true"),
            Map.entry("clock_event", "true"),
            Map.entry("clock_span", "true"),
            Map.entry("submission", "true"),
            Map.entry("dossier_fields", "true"),
            Map.entry("dossier_note", "true"),
            Map.entry("attachment", "true"),
            Map.entry("supplement_answer", "true"),
            Map.entry("rating", "true"),
            Map.entry("lookup_pin", "true"),
            Map.entry("printed_document", "true"),
            Map.entry("applicant_dossier", "true"),
            Map.entry("payment_order", "true"),
            Map.entry("work_item", "true"),
            Map.entry("task_assignment", "true"),
            Map.entry("draft", "true"),
            Map.entry("outbox", "true"),
            Map.entry("staff", "username <> 'commune.counter'"),
            Map.entry(
                    "intake_draft",
                    "owner in ('counter', (select 'applicant:' || min(id) from motcua.applicant_account))"),
            Map.entry("applicant_account", "id = (select min(id) from motcua.applicant_account)"),
            Map.entry("applicant_reset", "true")));

    private static DeskOffice office;

    /** What is the victim's, by the name of the variable, and what looks like it and is nowhere. */
    private static Map<String, List<String>> theirs;

    private static Map<String, String> nothing;
    private static Set<String> secrets;
    private static List<String> tasks;
    private static String openReference;

    @BeforeAll
    static void open() {
        office = DeskOffice.open(
                "--motcua.payment.gateway=sandbox", "--motcua.payment.sandbox.secret=bi mat cua cong thu nghiem");
        SignedInApplicant who = OnlineApplicants.register(office.store, "thuy.tien@example.vn");
        office.store
                .jdbc()
                .sql("update motcua.applicant_account set full_name = ?")
                .param(NAME)
                .update();
        String filed = file(who);
        String asked = file(who);
        office.complete(asked, "intake-check", "counter", decided("supplement", "Thiếu trang bìa"));
        String unpaid = file(who);
        office.complete(unpaid, "intake-check", "counter", accepted());
        String reference = begun(unpaid);
        String ended = file(who);
        office.complete(ended, "intake-check", "counter", decided("reject", "Không đủ điều kiện xét"));
        String outside = file(who);
        office.complete(outside, "intake-check", "counter", accepted());
        openReference = begun(outside);
        List<String> codes = List.of(filed, asked, unpaid, ended);
        List<String> files = new ArrayList<>();
        codes.forEach(code ->
                files.add(attach(AttachmentHolder.dossier(id(code)), FileShelf.RESULT, "ket-qua-cua-tien.pdf")));
        UUID draft = draft(new IntakeDrafts.Owner(who.actor(), null));
        UUID atCounter = draft(new IntakeDrafts.Owner("counter", agency()));
        files.add(attach(AttachmentHolder.draft(draft), null, "ban-nhap-cua-tien.pdf"));
        files.add(attach(AttachmentHolder.draft(atCounter), null, "ban-nhap-cua-tien.pdf"));
        UUID answer = UUID.randomUUID();
        office.store
                .jdbc()
                .sql("insert into motcua.supplement_answer values (?, ?, ?, '2026-11-20 08:00')")
                .params(answer, id(asked), "Tôi gửi trang bìa còn thiếu")
                .update();
        files.add(attach(AttachmentHolder.answer(answer), null, "trang-bia-cua-tien.pdf"));
        tasks = codes.stream()
                .flatMap(code -> office.tasks(code).stream())
                .map(item -> item.taskId())
                .toList();
        String letter = office.store
                .jdbc()
                .sql("select max(id) from motcua.outbox")
                .query(String.class)
                .single();
        theirs = Map.ofEntries(
                Map.entry("code", codes),
                Map.entry("draft", List.of(draft.toString(), atCounter.toString())),
                Map.entry("id", files),
                Map.entry("reference", List.of(reference)),
                Map.entry("taskId", tasks),
                Map.entry("form", List.of("receipt", "supplement-request", "control-sheet")),
                Map.entry("address", List.of("withdraw", "supplement-received", "payment-received", "extend")),
                Map.entry("step", List.of("1", "2", "files", "result")),
                Map.entry("procedure", List.of("1.003868")),
                Map.entry("name", List.of("mau-don.docx")),
                Map.entry("gateway", List.of("sandbox")),
                Map.entry("group", List.of("any")),
                Map.entry("button", List.of("pay")),
                Map.entry("check", List.of("liveness", "readiness", "database", "letters")),
                Map.entry("username", List.of("counter")),
                Map.entry("act", List.of("disable", "password", "drop")));
        nothing = Map.of(
                "code",
                filed.substring(0, filed.length() - 4) + "9999",
                "draft",
                UUID.randomUUID().toString(),
                "id",
                "999999",
                "reference",
                "A".repeat(reference.length()),
                "taskId",
                UUID.randomUUID().toString(),
                "username",
                "khong-co");
        secrets = new TreeSet<>(Set.of(
                NAME,
                "Bích Thủy",
                "0971234567",
                "020185009876",
                "Ngõ 7 đường Bí Mật",
                "thuy.tien@example.vn",
                BOOK,
                "cua-tien.pdf",
                "Thiếu trang bìa",
                "trang bìa còn thiếu"));
        codes.forEach(
                code -> secrets.add(">" + office.store.bean(LookupPins.class).of(id(code)) + "<"));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void nobody_without_a_sign_in_learns_or_changes_anything() {
        Map<String, String> before = state();
        Set<String> open = new TreeSet<>();
        SoftAssertions all = new SoftAssertions();
        Visit nobody = office.nobody();
        nobody.get("/track");
        for (Asked asked : asked()) {
            for (String verb : VERBS) {
                HttpResponse<String> answer = harmless(nobody, "/track", verb, asked, all);
                if (!isRefusal(answer) && !verb.equals("OPTIONS")) {
                    open.add(asked.pattern);
                }
            }
        }
        all.assertThat(open)
                .as("open to everybody; add it to OPEN with the reason, or close it")
                .isSubsetOf(OPEN.keySet());
        all.assertThat(state()).isEqualTo(before);
        all.assertAll();
    }

    @Test
    void another_applicant_learns_and_changes_nothing() {
        SignedInApplicant other = OnlineApplicants.register(office.store, "ke.khac@example.vn");
        as(office.as(other), "/account/profile");
    }

    @Test
    void a_clerk_of_another_agency_learns_and_changes_nothing() {
        as(office.as("commune.counter"), "/desk");
    }

    @Test
    void every_address_that_is_meant_to_be_open_is_there_still() {
        assertThat(patterns()).containsAll(OPEN.keySet());
    }

    /** Who has the reference may pay; who is to pay, and what for, is not told. */
    @Test
    void a_reference_of_a_payment_tells_nothing_about_the_payer() {
        for (String page : List.of("", "/go")) {
            assertThat(office.nobody().get("/payment/" + openReference + page).body())
                    .doesNotContain(secrets);
        }
        assertThat(office.nobody().get("/payment/sandbox/" + openReference).body())
                .doesNotContain(secrets);
    }

    private static void as(Visit visit, String formAt) {
        Map<String, String> before = state();
        SoftAssertions all = new SoftAssertions();
        for (Asked asked : asked()) {
            for (String verb : VERBS) {
                harmless(visit, formAt, verb, asked, all);
            }
        }
        all.assertThat(state()).isEqualTo(before);
        all.assertAll();
    }

    /** Tells nothing, fails nowhere, and is what is answered of something that there is not. */
    private static HttpResponse<String> harmless(
            Visit visit, String formAt, String verb, Asked asked, SoftAssertions all) {
        String what = verb + " " + asked.path;
        HttpResponse<String> answer = ask(visit, formAt, verb, asked.path);
        all.assertThat(answer.statusCode()).as(what).isLessThan(500);
        all.assertThat(secrets.stream().filter(answer.body()::contains))
                .as(what)
                .isEmpty();
        if (asked.twin != null) {
            HttpResponse<String> ofNothing = NOTHINGS.computeIfAbsent(
                    new Nothing(visit, verb, asked.twin), twin -> ask(visit, formAt, verb, asked.twin));
            all.assertThat(told(answer, asked)).as(what).isEqualTo(told(ofNothing, asked));
        }
        return answer;
    }

    // --- addresses

    /**
     * @param twin the same for something that there is not; null where nothing in it is the victim's
     */
    private record Asked(String pattern, String path, String twin) {}

    /** What there is not, is the same for many of the victim's; it is asked for once by each. */
    private record Nothing(Visit visit, String verb, String path) {}

    private static final Map<Nothing, HttpResponse<String>> NOTHINGS = new HashMap<>();

    private static Set<String> patterns() {
        return office.store.beans(RequestMappingInfoHandlerMapping.class).stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(info -> info.getPatternValues().stream())
                .map(pattern -> VARIABLE.matcher(pattern).replaceAll("{$1}"))
                .map(pattern -> pattern.replace("/health/**", "/health/{check}"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Asked> asked() {
        List<Asked> asked = new ArrayList<>();
        for (String pattern : patterns()) {
            boolean ofProcedure = pattern.startsWith("/thu-tuc/");
            boolean mayPay = pattern.startsWith("/payment/");
            List<Map<String, String>> filled = List.of(Map.of());
            for (String variable : variables(pattern)) {
                List<String> values = ofProcedure && variable.equals("code")
                        ? theirs.get("procedure")
                        : mayPay && variable.equals("reference")
                                ? List.of(nothing.get("reference"))
                                : theirs.get(variable);
                assertThat(values)
                        .as("what to ask for as {%s} in %s", variable, pattern)
                        .isNotNull();
                filled = filled.stream()
                        .flatMap(known -> values.stream().map(value -> with(known, variable, value)))
                        .toList();
            }
            for (Map<String, String> values : filled) {
                Map<String, String> none = new LinkedHashMap<>(values);
                none.replaceAll((variable, value) -> nothing.getOrDefault(variable, value));
                boolean hasTwin = !ofProcedure && !mayPay && !none.equals(values);
                asked.add(new Asked(pattern, path(pattern, values), hasTwin ? path(pattern, none) : null));
            }
        }
        return asked;
    }

    private static List<String> variables(String pattern) {
        return VARIABLE.matcher(pattern).results().map(found -> found.group(1)).toList();
    }

    private static Map<String, String> with(Map<String, String> known, String variable, String value) {
        Map<String, String> more = new LinkedHashMap<>(known);
        more.put(variable, value);
        return more;
    }

    private static String path(String pattern, Map<String, String> values) {
        return VARIABLE.matcher(pattern).replaceAll(found -> Matcher.quoteReplacement(values.get(found.group(1))));
    }

    // --- asking

    private static final Map<Visit, String> TOKENS = new java.util.IdentityHashMap<>();

    /** With what the forms of all pages send, so that whoever is let in does something. */
    private static HttpResponse<String> ask(Visit visit, String formAt, String verb, String path) {
        HttpRequest.Builder request = visit.request(path).header("X-CSRF-TOKEN", token(visit, formAt));
        return switch (verb) {
            case "POST" ->
                visit.send(request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form())));
            case "FILES" ->
                visit.send(request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .header("HX-Request", "true")
                        .POST(BodyPublishers.ofByteArray(files())));
            default -> visit.send(request.method(verb, BodyPublishers.noBody()));
        };
    }

    private static String token(Visit visit, String formAt) {
        return TOKENS.computeIfAbsent(visit, somebody -> {
            Matcher token = TOKEN.matcher(somebody.get(formAt).body());
            if (!token.find()) {
                throw new AssertionError("No form on " + formAt);
            }
            return token.group(1);
        });
    }

    private static Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "do", "send",
                "seen", "1",
                "declared", "true",
                "decision", "accept",
                "stars", "1",
                "reason", "Xâm nhập hồ sơ của người khác",
                "comment", "Xâm nhập hồ sơ của người khác",
                "channel", "POST",
                "address", "Số 1 đường Xâm Nhập, tỉnh Lạng Sơn"));
        fields.putAll(Map.of(
                "note", "Xâm nhập hồ sơ của người khác",
                "text", "Xâm nhập hồ sơ của người khác",
                "receiptNumber", "BL-1",
                "action", "take",
                "to", "commune.counter",
                "applicantName", "Kẻ Xâm Nhập",
                "desk-result", "COUNTER"));
        return fields;
    }

    private static String form() {
        List<String> pairs = new ArrayList<>();
        fields().forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        tasks.forEach(task -> pairs.add("task=" + task));
        return String.join("&", pairs);
    }

    private static byte[] files() {
        StringBuilder body = new StringBuilder();
        fields().forEach((name, value) -> body.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value)));
        body.append("--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x.pdf\"\r\n\r\n%s\r\n--%s--\r\n"
                .formatted(BOUNDARY, new String(SampleFiles.pdf(), StandardCharsets.UTF_8), BOUNDARY));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isRefusal(HttpResponse<String> answer) {
        String to = answer.headers()
                .firstValue("Location")
                .map(URI::create)
                .map(URI::getPath)
                .orElse("");
        return answer.statusCode() == 302
                        && Set.of("/login", "/account/sign-in").contains(to)
                || Set.of(401, 403, 404, 405, 415).contains(answer.statusCode());
    }

    /** An answer without what was asked for in it, and without what is another one each time. */
    private static String told(HttpResponse<String> answer, Asked asked) {
        String headers = answer.headers().map().entrySet().stream()
                .filter(header -> !Set.of(
                                "date", "content-length", "set-cookie", "transfer-encoding", "connection", "keep-alive")
                        .contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
        String told = answer.statusCode() + "\n" + headers + "\n"
                + TOKEN.matcher(answer.body()).replaceAll("");
        told = told.replace(asked.path, "…").replace(asked.twin, "…");
        for (String part : (asked.path + "/" + asked.twin).split("/")) {
            told = part.length() > 5 ? told.replace(part, "…") : told;
        }
        return told;
    }

    /** A digest of what there is. */
    private static Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        VICTIMS.forEach((table, which) -> state.put(
                table,
                office.store
                        .jdbc()
                        .sql(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from motcua."
                                        + table + " t where " + which)
                        .query(String.class)
                        .single()));
        return state;
    }

    // --- what is the victim's

    private static String file(SignedInApplicant who) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of(
                "applicantName", NAME,
                "idNumber", "020185009876",
                "phone", "0971234567",
                "email", "thuy.tien@example.vn",
                "address", "Ngõ 7 đường Bí Mật, tỉnh Lạng Sơn",
                "title", BOOK));
        form.putAll(Map.of(
                "media", "printed",
                "units", 120,
                "subject", "none",
                "purpose", "Lưu hành nội bộ",
                "summary", "Kể lại đời mình"));
        return OnlineApplicants.file(office.store, who, "1.003868", form);
    }

    private static Map<String, Object> accepted() {
        return Map.of("decision", "accept", "media", "printed", "units", 120, "subject", "none");
    }

    private static String begun(String code) {
        return office.store.bean(Payments.class).begin(code, "/track/" + code).split("/")[2];
    }

    private static UUID draft(IntakeDrafts.Owner owner) {
        IntakeDrafts drafts = office.store.bean(IntakeDrafts.class);
        UUID draft = drafts.begin(owner, agency(), "1.003868");
        drafts.keep(
                draft,
                IntakeEntry.blank()
                        .with(Map.of(
                                "applicantName",
                                NAME,
                                "phone",
                                "0971234567",
                                "idNumber",
                                "020185009876",
                                "title",
                                BOOK)));
        return draft;
    }

    private static String attach(AttachmentHolder holder, String component, String name) {
        return String.valueOf(office.store
                .bean(Attachments.class)
                .add(holder, component, name, "counter", new java.io.ByteArrayInputStream(SampleFiles.pdf()))
                .id());
    }

    private static long id(String code) {
        return office.store.bean(Dossiers.class).get(code).id();
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

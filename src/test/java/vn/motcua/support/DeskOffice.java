package vn.motcua.support;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.demo.DemoCatalogueForTests;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.workflow.TimeMachine;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/**
 * The department of the demo and a commune, with the shipped catalogue, the engine, the pages, and people of each group:
 * counter, officer, officer2, leader, leader2 of the department; commune.counter, commune.officer, commune.leader;
 * manager of the province; admin; police.officer, who is asked for opinions.
 */
public final class DeskOffice implements AutoCloseable {

    public static final String PASSWORD = "mot cua lien thong 2026";
    public static final String DEPARTMENT = "H37.15";
    public static final String COMMUNE = "000.20.30.H37";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    public final TestStore store;

    private DeskOffice(TestStore store) {
        this.store = store;
    }

    /** At 09:00 on Friday 20/11/2026. */
    public static DeskOffice open(String... settings) {
        TestStore store = TestStore.engineWeb(settings);
        for (String file : List.of("agencies-langson-2019", "agencies-langson-2025", "agencies-specialised")) {
            store.bean(CatalogueImport.class)
                    .run(Optional.of(CsvSource.shipped("/demo/" + file + ".csv")), Optional.empty(), problem -> {
                        throw new AssertionError(problem.vietnamese());
                    });
        }
        DemoCatalogueForTests.definitions().forEach(store.bean(Procedures.class)::ship);
        DemoCatalogueForTests.agencies().forEach(store.bean(ProcedureAgencies.class)::put);
        store.bean(CatalogueImport.class)
                .run(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CsvSource.shipped("/demo/life-events.csv")),
                        problem -> {
                            throw new AssertionError(problem.vietnamese());
                        });
        DeskOffice office = new DeskOffice(store);
        String hash = store.bean(PasswordEncoder.class).encode(PASSWORD);
        for (String name : List.of("counter", "officer", "officer2", "leader", "leader2")) {
            office.employ(name, name.replace("2", ""), DEPARTMENT, hash);
        }
        for (String group : List.of("counter", "officer", "leader")) {
            office.employ("commune." + group, group, COMMUNE, hash);
        }
        office.employ("police.officer", "officer", "H37.CA", hash);
        office.employ("manager", "manager", "000.00.00.H37", hash);
        office.employ("admin", "admin", null, hash);
        return office;
    }

    private void employ(String username, String group, @Nullable String agency, String hash) {
        store.jdbc()
                .sql("""
                        insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                            must_change_password, created_at, password_set_at)
                        values (:username, :hash, :name, :group, (select id from motcua.agency where code = :agency),
                            false, '2026-01-01', '2026-01-01')
                        """)
                .param("username", username)
                .param("hash", hash)
                .param("name", "Nguyễn Thị " + username)
                .param("group", group)
                .param("agency", agency, java.sql.Types.VARCHAR)
                .update();
    }

    /** A publication filed online with the department; its code. */
    public String filePublication() {
        Map<String, Object> form = new LinkedHashMap<>(Map.of(
                "channel", "ONLINE",
                "applicantKind", "ORGANISATION",
                "applicantName", "Hội Văn học nghệ thuật tỉnh",
                "phone", "0912345678",
                "address", "Phường Lương Văn Tri, tỉnh Lạng Sơn",
                "title", "Kỷ yếu 50 năm",
                "media", "printed",
                "units", 120,
                "subject", "none"));
        form.put("purpose", "Lưu hành nội bộ");
        form.put("summary", "Kỷ yếu hoạt động của Hội");
        return file("1.003868", DEPARTMENT, form);
    }

    /** Another procedure, filed online by a person; its code. */
    public String fileAny(String procedure, String agency) {
        return file(
                procedure,
                agency,
                Map.of(
                        "channel", "ONLINE",
                        "applicantKind", "PERSON",
                        "applicantName", "Nông Thị Hằng",
                        "phone", "0987654321",
                        "address", "Xã Hội Hoan, tỉnh Lạng Sơn",
                        "content", "Đề nghị giải quyết theo quy định"));
    }

    public String file(String procedure, String agency, Map<String, Object> form) {
        return store.bean(DossierFlow.class).file(procedure, agency, form, "Người nộp", null);
    }

    /** The open tasks of a dossier, oldest first. */
    public List<WorkItem> tasks(String code) {
        long dossier = store.jdbc()
                .sql("select id from motcua.dossier where code = ?")
                .param(code)
                .query(Long.class)
                .single();
        return store.bean(WorkItems.class).of(dossier);
    }

    /** Completes the dossier's open task of that key as somebody, through the Java API. */
    public void complete(String code, String taskKey, String username, Map<String, Object> fields) {
        String task = tasks(code).stream()
                .filter(item -> item.taskKey().equals(taskKey))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No task %s but %s".formatted(taskKey, tasks(code))))
                .taskId();
        store.bean(EngineLogin.class).as(username, () -> {
            store.bean(DossierFlow.class).complete(task, fields);
            return task;
        });
    }

    /** What a clerk who checks a publication fills in; more names and values in turn. */
    public static Map<String, Object> checked(String... more) {
        Map<String, Object> fields = new HashMap<>(Map.of("media", "printed", "units", 120, "subject", "none"));
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    /** The officer attaches the result on the desk and says what it is; then the dossier is resolved. */
    public void resolveWithAFile(String code, PageBrowser browser) {
        Page officer = browser.as("officer");
        officer.navigate("/desk/dossiers/" + code + "/files");
        officer.locator("#files-component").selectOption("Kết quả giải quyết");
        officer.locator("#files-file")
                .setInputFiles(new FilePayload("giấy phép.pdf", "application/pdf", SampleFiles.pdf()));
        officer.locator(".mc-file-name", new Page.LocatorOptions().setHasText("giấy phép.pdf"))
                .waitFor();
        complete(code, "appraisal", "officer", Map.of("decision", "approve", "opinion", "Đủ điều kiện"));
        complete(code, "leader-decision", "leader", Map.of("decision", "sign"));
        store.bean(TimeMachine.class).moveTo(LocalDateTime.now(store.clock()));
    }

    /** One more person. */
    public void employ(String username, String group, @Nullable String agency) {
        employ(username, group, agency, store.bean(PasswordEncoder.class).encode(PASSWORD));
    }

    /** The browser of somebody who is not signed in. */
    public Visit nobody() {
        return new Visit(store.port());
    }

    /** The browser of somebody who is signed in. */
    public Visit as(String username) {
        Visit visit = new Visit(store.port());
        HttpResponse<String> answer = visit.submit("/login", "/login", "username", username, "password", PASSWORD);
        if (answer.statusCode() != 302 || visit.location(answer).contains("login")) {
            throw new AssertionError("%s was not signed in: %s".formatted(username, answer));
        }
        return visit;
    }

    /** The browser of an applicant who is signed in. */
    public Visit as(SignedInApplicant applicant) {
        return ApplicantSession.signIn(store, applicant.email(), applicant.accountId())
                .visit();
    }

    @Override
    public void close() {
        store.close();
    }

    /** Keeps cookies, follows no redirects, sends the token of the form it has in front of it. */
    public static final class Visit {

        private final String server;
        private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        Visit(int port) {
            this.server = "http://localhost:" + port;
        }

        public HttpResponse<String> get(String path) {
            return send(request(path).GET());
        }

        /** Opens a page and sends a form of it; fields are names and values in turn, names may repeat. */
        public HttpResponse<String> submit(String page, String path, String... fields) {
            List<String> pairs = new ArrayList<>(List.of("_csrf=" + encoded(token(page))));
            for (int i = 0; i < fields.length; i += 2) {
                pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
            }
            return send(request(path)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(String.join("&", pairs))));
        }

        /** Of a form on a page, to send along with what a plain form cannot bring. */
        public String token(String page) {
            HttpResponse<String> shown = get(page);
            Matcher token = TOKEN.matcher(shown.body());
            if (!token.find()) {
                throw new AssertionError("No form on %s: %d %s".formatted(page, shown.statusCode(), shown.body()));
            }
            return token.group(1);
        }

        /** Where an answer sends the browser, without the server's name. */
        public String location(HttpResponse<?> answer) {
            return ApplicantSession.location(answer);
        }

        /** What names the session, empty where there is none. */
        public String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElse("");
        }

        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "text/html,*/*;q=0.8");
        }

        public HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return http.send(request.build(), BodyHandlers.ofString());
            } catch (java.io.IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}

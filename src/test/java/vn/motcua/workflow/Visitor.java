package vn.motcua.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.motcua.support.TestStore;

/** Somebody in front of the engine's web applications over HTTP: signed in through our page, or nobody. */
final class Visitor {

    static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final String PASSWORD = "mot cua lien thong 2026";
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Visitor(TestStore store) {
        this.server = "http://localhost:" + store.port();
    }

    static Visitor nobody(TestStore store) {
        return new Visitor(store);
    }

    /** Makes an account. */
    static void employ(TestStore store, String username, String group, @Nullable String agency) {
        store.jdbc()
                .sql("""
                        insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                            must_change_password, created_at, password_set_at)
                        values (:username, :hash, :name, :group, (select id from motcua.agency where code = :agency),
                            false, '2026-01-01', '2026-01-01')
                        """)
                .param("username", username)
                .param("hash", store.bean(PasswordEncoder.class).encode(PASSWORD))
                .param("name", "Nguyễn Thị " + username)
                .param("group", group)
                .param("agency", agency, java.sql.Types.VARCHAR)
                .update();
    }

    static Visitor signedIn(TestStore store, String username) {
        Visitor visitor = new Visitor(store);
        visitor.signIn(username);
        String who = visitor.get("/camunda/api/admin/auth/user/default").body();
        if (!who.contains("\"userId\":\"" + username + "\"")) {
            throw new AssertionError("Not signed in to the engine: " + who);
        }
        return visitor;
    }

    HttpResponse<String> signIn(String username) {
        Matcher token = FORM_TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new AssertionError("No form to sign in");
        }
        HttpResponse<String> answer = send(request("/login")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&username=" + encoded(username)
                        + "&password=" + encoded(PASSWORD)))
                .header("Content-Type", "application/x-www-form-urlencoded"));
        get("/camunda/app/welcome/default/");
        return answer;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) {
        return call("POST", path, json);
    }

    /** With the token that the web applications send. */
    HttpResponse<String> call(String method, String path, String json) {
        return send(request(path)
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none")));
    }

    HttpResponse<String> postWithoutToken(String path, String json) {
        return send(request(path).POST(BodyPublishers.ofString(json)).header("Content-Type", "application/json"));
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", contentType)
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none")));
    }

    JsonNode json(String path) {
        return read(get(path).body());
    }

    static JsonNode read(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (java.io.IOException e) {
            throw new AssertionError(body, e);
        }
    }

    /** A page of a filter's tasks as Tasklist asks for it, with what is embedded. */
    JsonNode list(String filter) {
        return read(send(request(ENGINE + "/filter/" + filter + "/list?firstResult=0&maxResults=15")
                        .POST(BodyPublishers.ofString("{}"))
                        .setHeader("Accept", "application/hal+json")
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none")))
                .body());
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Accept", path.contains("/api/") ? "application/json" : "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

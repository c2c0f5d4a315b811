package vn.motcua.people;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.motcua.support.TestStore;

/** Somebody's browser: keeps cookies, follows no redirects, sends the token of the form it has in front of it. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String server;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    Browser(TestStore node) {
        this.server = "http://localhost:" + node.port();
    }

    HttpResponse<String> open(String path) {
        return send(request(path).GET().header("Accept", "text/html,*/*;q=0.8"));
    }

    HttpResponse<String> call(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()).header("Accept", "application/json"));
    }

    /** Opens a page and sends a form of it. */
    HttpResponse<String> submit(String page, String path, String... fields) {
        String body = open(page).body();
        Matcher token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new AssertionError("No form on " + page + ": " + body);
        }
        Map<String, String> form = form(fields);
        form.put("_csrf", token.group(1));
        return post(path, form);
    }

    HttpResponse<String> submitWithoutToken(String path, String... fields) {
        return post(path, form(fields));
    }

    HttpResponse<String> signIn(String username, String password) {
        return submit("/login", "/login", "username", username, "password", password);
    }

    boolean isSignedIn() {
        return open("/").body().contains("Đăng xuất");
    }

    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID"))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("none");
    }

    static String location(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://localhost:\\d+", ""))
                .orElse("none");
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .POST(BodyPublishers.ofString(body))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded"));
    }

    private static Map<String, String> form(String... fields) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return form;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

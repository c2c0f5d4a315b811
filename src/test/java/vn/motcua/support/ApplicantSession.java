package vn.motcua.support;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.applicants.Applicants;

/** An applicant with a verified account, signed in over the sign-in page; follows no redirects. */
public final class ApplicantSession {

    public static final String PASSWORD = "hoa đào nở ven suối";

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String server;
    private final long accountId;
    private String cookie = "";

    private ApplicantSession(int port, long accountId) {
        this.server = "http://localhost:" + port;
        this.accountId = accountId;
    }

    /** A verified account with {@link #PASSWORD}; its number. */
    public static long account(TestStore store, String email, String fullName) {
        return store.bean(Applicants.class).add(email, fullName, PASSWORD);
    }

    /** Makes an account and signs in to it. */
    public static ApplicantSession of(TestStore store, String email, String fullName) {
        return signIn(store, email, account(store, email, fullName));
    }

    /** Signs in to an account that was made before, as from another device. */
    public static ApplicantSession signIn(TestStore store, String email, long accountId) {
        ApplicantSession session = new ApplicantSession(store.port(), accountId);
        HttpResponse<String> answer =
                session.submit("/account/sign-in", "/account/sign-in", "email", email, "password", PASSWORD);
        if (answer.statusCode() != 302) {
            throw new AssertionError("%s was not signed in: %d".formatted(email, answer.statusCode()));
        }
        return session;
    }

    /** Somebody who is not signed in. */
    public static ApplicantSession nobody(TestStore store) {
        return new ApplicantSession(store.port(), -1);
    }

    /** Signs in to an account in a real browser. */
    public static void signIn(Page page, String email) {
        page.navigate("/account/sign-in");
        fillIn(page, email);
        page.waitForCondition(() -> !page.url().contains("/account/sign-in"));
    }

    /** On the sign-in page. */
    public static void fillIn(Page page, String email) {
        page.locator("#email").fill(email);
        page.locator("#password").fill(PASSWORD);
        page.locator("main form button").first().click();
    }

    public long accountId() {
        return accountId;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path));
    }

    /** Opens a page and sends a form, with the token of the form that is on it. */
    public HttpResponse<String> submit(String page, String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + StaffSession.encoded(token(page)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(StaffSession.encoded(fields[i + 1]));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** Of a form on a page, to send along with what a plain form cannot bring. */
    public String token(String page) {
        String body = get(page).body();
        Matcher token = TOKEN.matcher(body);
        if (!token.find()) {
            throw new AssertionError("No form on " + page + ": " + body);
        }
        return token.group(1);
    }

    /** A request for a path of the server, with the cookie of the session. */
    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "text/html,*/*;q=0.8");
        return cookie.isEmpty() ? request : request.header("Cookie", "JSESSIONID=" + cookie);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            for (String set : answer.headers().allValues("Set-Cookie")) {
                if (set.startsWith("JSESSIONID=")) {
                    cookie = set.substring("JSESSIONID=".length(), set.indexOf(';'));
                }
            }
            return answer;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Where an answer leads to, without the server. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://localhost:\\d+", ""))
                .orElse("none");
    }

    public String cookie() {
        return cookie;
    }
}

package vn.motcua.support;

import com.microsoft.playwright.Page;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import vn.motcua.applicants.Applicants;
import vn.motcua.support.DeskOffice.Visit;

/** An applicant with a verified account, signed in over the sign-in page; follows no redirects. */
public final class ApplicantSession {

    public static final String PASSWORD = "hoa đào nở ven suối";

    private static final String SIGN_IN = "/account/sign-in";

    private final Visit visit;
    private final long accountId;

    private ApplicantSession(TestStore store, long accountId) {
        this.visit = new Visit(store.port());
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
        ApplicantSession session = new ApplicantSession(store, accountId);
        HttpResponse<String> answer = session.submit(SIGN_IN, SIGN_IN, "email", email, "password", PASSWORD);
        if (answer.statusCode() != 302) {
            throw new AssertionError("%s was not signed in: %d".formatted(email, answer.statusCode()));
        }
        return session;
    }

    /** Somebody who is not signed in. */
    public static ApplicantSession nobody(TestStore store) {
        return new ApplicantSession(store, -1);
    }

    /** Signs in to an account in a real browser. */
    public static void signIn(Page page, String email) {
        page.navigate(SIGN_IN);
        fillIn(page, email);
        page.waitForCondition(() -> !page.url().contains(SIGN_IN));
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

    Visit visit() {
        return visit;
    }

    public HttpResponse<String> get(String path) {
        return visit.get(path);
    }

    /** Opens a page and sends a form, with the token of the form that is on it. */
    public HttpResponse<String> submit(String page, String path, String... fields) {
        return visit.submit(page, path, fields);
    }

    /** Of a form on a page, to send along with what a plain form cannot bring. */
    public String token(String page) {
        return visit.token(page);
    }

    /** A request for a path of the server. */
    public HttpRequest.Builder request(String path) {
        return visit.request(path);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return visit.send(request);
    }

    /** Where an answer leads to, without the server. */
    public static String location(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Location")
                .map(address -> address.replaceFirst("^http://localhost:\\d+", ""))
                .orElse("none");
    }

    /** What names the session, empty where there is none. */
    public String cookie() {
        return visit.session();
    }
}

package vn.motcua.support;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in through the form, on a client that many share: the cookie is kept here. */
public final class StaffSession {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http;
    private final String server;
    private String cookie = "none";

    private StaffSession(HttpClient http, int port) {
        this.http = http;
        this.server = "http://localhost:" + port;
    }

    public static StaffSession signIn(HttpClient http, int port, String username, String password) {
        StaffSession session = new StaffSession(http, port);
        HttpResponse<String> page = session.send(session.request("/login").build());
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("No form to sign in: " + page.body());
        }
        HttpResponse<String> answer = session.send(session.request("/login")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encoded(username) + "&password=" + encoded(password)
                        + "&_csrf=" + encoded(token.group(1))))
                .build());
        String next = answer.headers().firstValue("Location").orElse("nowhere");
        if (answer.statusCode() != 302 || next.contains("/login")) {
            throw new AssertionError("%s was not signed in: %d to %s".formatted(username, answer.statusCode(), next));
        }
        return session;
    }

    /** A request for a path of the server, with the cookie of the session. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Cookie", "JSESSIONID=" + cookie);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
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
}

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

/** Somebody who has come in through a form, on a client that many share: the cookie is kept here. */
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
        String next = session.comesIn("/login", "127.0.0.1", "username", username, "password", password);
        if (next.contains("/login")) {
            throw new AssertionError("%s was not signed in".formatted(username));
        }
        return session;
    }

    /** Somebody who follows a dossier, from an address that a proxy tells. */
    public static StaffSession track(HttpClient http, int port, String code, String pin, String address) {
        StaffSession session = new StaffSession(http, port);
        session.comesIn("/track", address, "code", code, "pin", pin);
        return session;
    }

    private String comesIn(String door, String address, String... fields) {
        Matcher token = TOKEN.matcher(send(request(door).build()).body());
        if (!token.find()) {
            throw new AssertionError("No form at " + door);
        }
        StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        HttpResponse<String> answer = send(request(door)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", address)
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
        if (answer.statusCode() != 302) {
            throw new AssertionError("%s did not open: %d".formatted(door, answer.statusCode()));
        }
        return answer.headers().firstValue("Location").orElse("nowhere");
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

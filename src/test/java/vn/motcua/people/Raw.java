package vn.motcua.people;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLSession;
import vn.motcua.support.TestStore;

/** Requests as an attacker writes them: any path, any header, byte by byte. */
final class Raw {

    private Raw() {}

    static HttpResponse<String> get(TestStore store, String path, String... headers) {
        return request(store, "GET", path, "", headers);
    }

    static HttpResponse<String> post(TestStore store, String path, String form, String cookie) {
        return request(
                store, "POST", path, form, "Cookie", cookie, "Content-Type", "application/x-www-form-urlencoded");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static HttpResponse<String> request(TestStore store, String method, String path, String body, String... headers) {
        StringBuilder text = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
        List<String> given = List.of(headers);
        if (!given.contains("Host")) {
            text.append("Host: localhost\r\n");
        }
        if (!given.contains("Accept")) {
            text.append("Accept: text/html\r\n");
        }
        for (int i = 0; i < given.size(); i += 2) {
            text.append(given.get(i)).append(": ").append(given.get(i + 1)).append("\r\n");
        }
        text.append("Content-Length: ").append(body.length()).append("\r\n\r\n").append(body);
        try (Socket socket = new Socket("localhost", store.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            return answer(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.computeIfAbsent(header[0], any -> new ArrayList<>()).add(header[1]);
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]),
                HttpHeaders.of(headers, (name, value) -> true),
                text.substring(end + 4));
    }

    private record Answer(int statusCode, HttpHeaders headers, String body) implements HttpResponse<String> {
        @Override
        public HttpRequest request() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            throw new UnsupportedOperationException();
        }

        @Override
        public HttpClient.Version version() {
            return HttpClient.Version.HTTP_1_1;
        }
    }
}

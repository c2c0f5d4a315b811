package vn.motcua.support;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.support.DeskOffice.Visit;

/** Sends files as a browser's form does. */
public final class UploadedFiles {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "----motcua-test";

    private UploadedFiles() {}

    public static HttpResponse<String> send(
            Visit who, String page, String path, String component, String name, byte[] bytes, String... headers) {
        Matcher token = TOKEN.matcher(who.get(page).body());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        HttpRequest.Builder request = who.request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request, token.group(1), component, name, bytes, who::send);
    }

    /** @param token of the form that is sent */
    public static HttpResponse<String> send(
            HttpRequest.Builder request,
            String token,
            String component,
            String name,
            byte[] bytes,
            Function<HttpRequest.Builder, HttpResponse<String>> browser) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"component\"", component.getBytes(StandardCharsets.UTF_8));
        part(body, "name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/html", bytes);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return browser.apply(request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}

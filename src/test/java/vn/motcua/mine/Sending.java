package vn.motcua.mine;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.support.DeskOffice.Visit;

/** The form of an answer as a browser sends it, page by page. */
final class Sending {

    private static final Pattern HIDDEN = Pattern.compile("name=\"(_csrf|seen)\" value=\"([^\"]*)\"");
    private static final String BOUNDARY = "----motcua-test";

    private final Visit who;
    private String path;
    private final List<Map.Entry<String, byte[]>> parts = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();

    private Sending(Visit who, String path) {
        this.who = who;
        this.path = path;
    }

    /** Opens the form. */
    static Sending of(Visit who, String path) {
        Sending sending = new Sending(who, path);
        Matcher hidden = HIDDEN.matcher(who.get(path).body());
        while (hidden.find()) {
            sending.with(hidden.group(1), hidden.group(2));
        }
        if (sending.parts.isEmpty()) {
            throw new AssertionError("No form on " + path);
        }
        return sending;
    }

    /** To another address than the page that was opened. */
    Sending to(String other) {
        path = other;
        return this;
    }

    Sending with(String name, String value) {
        parts.add(Map.entry("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Sending file(String name, byte[] bytes) {
        parts.add(Map.entry("name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/plain", bytes));
        return this;
    }

    Sending byScript() {
        headers.addAll(List.of("HX-Request", "true"));
        return this;
    }

    HttpResponse<String> as(String act) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach(part -> write(body, part.getKey(), part.getValue()));
        write(body, "name=\"do\"", act.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var request = who.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return who.send(request);
    }

    private static void write(ByteArrayOutputStream body, String disposition, byte[] content) {
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}

package vn.motcua.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.support.ApplicantSession;
import vn.motcua.support.DeskOffice;

/** The portal on a phone's home screen and on a slow line. */
class WebAppTest {

    private static final int FIRST_LOAD = 100 * 1024;

    /** What a browser loads with a page: styles, scripts, icons, the manifest, pictures. */
    private static final Pattern LOADED = Pattern.compile("<(?:link|script|img)\\b[^>]*?\\b(?:href|src)=\"([^\"]+)\"");

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?q=giay",
                "/thu-tuc/1.003868",
                "/track",
                "/thong-ke",
                "/open-data",
                "/login",
                "/account/sign-in",
                "/account/register"
            })
    void the_first_visit_loads_less_than_100_kb(String path) throws Exception {
        assertSmall(path, get(path));
    }

    @Test
    void the_pages_of_an_applicant_are_as_small() throws Exception {
        ApplicantSession who = ApplicantSession.of(office.store, "nhe@example.vn", "Lý Thị Mai");
        String agency = office.store
                .jdbc()
                .sql("select id from motcua.agency where code = ?")
                .param(DeskOffice.DEPARTMENT)
                .query(String.class)
                .single();
        String draft = ApplicantSession.location(who.submit("/file/1.003868", "/file/1.003868", "agency", agency))
                .replaceFirst("/1$", "");
        for (String path :
                List.of("/file/1.003868", draft + "/1", draft + "/files", draft + "/result", "/account/dossiers")) {
            assertSmall(
                    path,
                    HttpClient.newHttpClient()
                            .send(
                                    who.request(path)
                                            .header("Cookie", "JSESSIONID=" + who.cookie())
                                            .header("Accept-Encoding", "gzip")
                                            .build(),
                                    BodyHandlers.ofByteArray()));
        }
    }

    private static void assertSmall(String path, HttpResponse<byte[]> page) throws Exception {
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Encoding")).as(path).hasValue("gzip");
        long bytes = page.body().length;
        Set<String> parts = loaded(text(page));
        assertThat(parts).hasSizeGreaterThan(1);
        for (String part : parts) {
            HttpResponse<byte[]> answer = get(part);
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            bytes += answer.body().length;
        }
        assertThat(bytes).as("%s with %s", path, parts).isLessThan(FIRST_LOAD);
    }

    @Test
    void styles_scripts_and_data_are_sent_compressed() throws Exception {
        for (String path : new String[] {
            "/css/motcua.css",
            "/webjars/bootstrap/css/bootstrap.min.css",
            "/js/keys.js",
            "/api/catalogue/agencies?format=csv"
        }) {
            assertThat(get(path).headers().firstValue("Content-Encoding"))
                    .as(path)
                    .hasValue("gzip");
        }
    }

    @Test
    void the_manifest_names_the_portal_and_icons_of_their_sizes() throws Exception {
        HttpResponse<byte[]> answer = get("/manifest.webmanifest");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/manifest+json");
        JsonNode manifest = new JsonMapper().readTree(text(answer));
        assertThat(manifest.get("name").asText()).contains("Một cửa");
        assertThat(manifest.get("lang").asText()).isEqualTo("vi");
        assertThat(manifest.get("theme_color").asText()).isEqualTo("#8c1d18");
        Set<String> kinds = new TreeSet<>();
        for (JsonNode icon : manifest.get("icons")) {
            String size = icon.get("sizes").asText();
            BufferedImage image = ImageIO.read(
                    new ByteArrayInputStream(get(icon.get("src").asText()).body()));
            assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo(size);
            boolean maskable = icon.path("purpose").asText().equals("maskable");
            assertThat(image.getRGB(0, 0) >>> 24)
                    .as("a maskable icon fills its square, others have round corners")
                    .isEqualTo(maskable ? 255 : 0);
            kinds.add(size + (maskable ? " maskable" : ""));
        }
        assertThat(kinds).containsExactly("192x192", "512x512", "512x512 maskable");
        for (JsonNode shortcut : manifest.get("shortcuts")) {
            assertThat(get(shortcut.get("url").asText()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void visitors_get_the_web_app_and_staff_do_not() throws Exception {
        assertThat(text(get("/"))).contains("/manifest.webmanifest", "/js/app.js");
        assertThat(office.as("officer").get("/desk").body()).doesNotContain("/manifest.webmanifest", "/js/app.js");
    }

    @Test
    void what_is_kept_for_later_may_be_kept_and_what_is_somebodys_may_not() throws Exception {
        HttpResponse<byte[]> worker = get("/service-worker.js");
        assertThat(worker.headers().firstValue("Content-Type").orElse("")).contains("javascript");
        assertThat(worker.headers().firstValue("Cache-Control").orElse("")).doesNotContain("no-store");
        assertThat(get("/track").headers().firstValue("Cache-Control").orElse(""))
                .contains("no-store");
        assertThat(text(get("/offline.html")))
                .contains("Không có kết nối", "No connection")
                .doesNotContain("<script");
    }

    private static Set<String> loaded(String page) {
        Set<String> parts = new TreeSet<>();
        Matcher each = LOADED.matcher(page);
        while (each.find()) {
            parts.add(each.group(1));
        }
        return parts;
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        boolean compressed = answer.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        byte[] bytes = compressed
                ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                : answer.body();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static HttpResponse<byte[]> get(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + office.store.port() + path))
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html,*/*")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
    }
}

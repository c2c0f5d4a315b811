package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.StaffPages;
import vn.motcua.support.Vietnamese;

/** What holds for every page over HTTP: its two languages, and that nothing but our own files runs in it. */
class StaffPagesTest {

    private static final Pattern VIETNAMESE_PART = Pattern.compile("<(\\w+)[^>]* lang=\"vi\"[^>]*>");
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\"[^>]*>|<option value=\"[^\"]*\"");
    private static final Pattern NOT_OF_A_FILE =
            Pattern.compile("(?i)<style|<script(?![^>]* src=)|<[^>]*\\s(style|on\\w+)=|javascript:");

    private static DeskOffice office;
    private static StaffPages.Prepared prepared;
    private static final Map<String, Visit> VISITS = new HashMap<>();

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
        prepared = StaffPages.prepare(office);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    private static Visit visit(String who) {
        return VISITS.computeIfAbsent(who, name -> name.isEmpty() ? office.nobody() : office.as(name));
    }

    private static HttpResponse<String> shown(StaffPages page, String language) {
        return visit(page.who).get(page.address(prepared, language));
    }

    @ParameterizedTest
    @EnumSource(StaffPages.class)
    void in_english_no_vietnamese_is_left_but_names(StaffPages page) {
        String english = shown(page, "en").body();
        assertThat(english).contains("<html lang=\"en\"").doesNotContain("??");
        assertThat(leftBehind(english)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(StaffPages.class)
    void in_vietnamese_it_is_marked_so_and_no_key_is_shown(StaffPages page) {
        String vietnamese = shown(page, "vi").body();
        assertThat(vietnamese).contains("<html lang=\"vi\"").doesNotContain("??");
    }

    @ParameterizedTest
    @EnumSource(StaffPages.class)
    void nothing_but_our_own_files_runs_in_it(StaffPages page) {
        HttpResponse<String> answer = shown(page, "vi");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("none"))
                .startsWith("default-src 'self'")
                .contains("object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(NOT_OF_A_FILE.matcher(answer.body()).results().map(found -> found.group()))
                .isEmpty();
    }

    @Test
    void what_was_entered_wrongly_is_told_in_english_too() {
        Visit nobody = office.nobody();
        nobody.get("/login?lang=en");
        assertThat(english(nobody.submit("/login", "/login", "username", "nobody.here", "password", "x")))
                .contains("Wrong username or password");
        Visit counter = office.as("counter");
        counter.get("/password?lang=en");
        assertThat(english(counter.submit("/password", "/password", "current", "x", "password", "short", "again", "y")))
                .contains("12 characters or more", "are not the same");
        Visit admin = office.as("admin");
        admin.get("/staff?lang=en");
        assertThat(english(admin.submit("/staff/new", "/staff/new", "username", "a b")))
                .contains("3 to 50 letters", "Enter the full name", "Choose a group");
        String page = "/staff/member/officer2";
        admin.submit(page, page, "fullName", "Nguyen", "group", "officer", "agency", DeskOffice.DEPARTMENT);
        assertThat(english(admin.get(page))).contains("Saved.");
    }

    private static String english(HttpResponse<String> answer) {
        assertThat(leftBehind(answer.body())).isEmpty();
        return HtmlUtils.htmlUnescape(answer.body());
    }

    /** Without the elements that say of themselves that they are Vietnamese, whatever stands in them. */
    private static String withoutVietnameseParts(String page) {
        String rest = page;
        for (Matcher begin = VIETNAMESE_PART.matcher(rest); begin.find(); begin = VIETNAMESE_PART.matcher(rest)) {
            rest = rest.substring(0, begin.start()) + rest.substring(endOf(begin.group(1), rest, begin.end()));
        }
        return rest;
    }

    private static int endOf(String element, String page, int from) {
        Matcher tag = Pattern.compile("<(/?)" + element + "\\b[^>]*>").matcher(page);
        int depth = 1;
        int end = from;
        while (depth > 0 && tag.find(end)) {
            depth += tag.group(1).isEmpty() ? 1 : -1;
            end = tag.end();
        }
        return end;
    }

    private static List<String> leftBehind(String page) {
        String text = HIDDEN.matcher(withoutVietnameseParts(page)).replaceAll("");
        return Vietnamese.lettersIn(HtmlUtils.htmlUnescape(text), prepared.names());
    }

    @Test
    void a_language_is_remembered_and_an_unknown_one_is_vietnamese() {
        Visit visit = office.nobody();
        assertThat(visit.get("/login?lang=fr").body()).contains("<html lang=\"vi\"", "Tên đăng nhập");
        visit.get("/login?lang=en");
        assertThat(visit.get("/login").body()).contains("<html lang=\"en\"", "Username");
        assertThat(visit.get("/login?lang=fr").body())
                .as("still the chosen one")
                .contains("Username");
        assertThat(visit.send(visit.request("/login")
                                .header("Accept-Language", "fr")
                                .GET())
                        .body())
                .contains("Username");
        Visit stranger = office.nobody();
        assertThat(stranger.send(stranger.request("/login")
                                .header("Accept-Language", "en")
                                .GET())
                        .body())
                .contains("Tên đăng nhập");
        assertThat(stranger.send(stranger.request("/login")
                                .header("Cookie", "language=xx-%3Cb%3E")
                                .GET())
                        .body())
                .contains("Tên đăng nhập");
    }

    @Test
    void the_switch_keeps_the_page_and_its_query() {
        assertThat(switchOn(office.nobody().get("/thong-ke?from=2026-01-01&to=2026-11-20&agency=H37.15")))
                .isEqualTo("/thong-ke?from=2026-01-01&to=2026-11-20&agency=H37.15&lang=en");
        assertThat(switchOn(office.as("admin").get("/staff?q=th%C3%A0nh+ph%E1%BB%91+%26+%3Cb%3E&lang=vi")))
                .isEqualTo("/staff?q=th%C3%A0nh+ph%E1%BB%91+%26+%3Cb%3E&lang=en");
        assertThat(switchOn(office.nobody().get("/khong-co-trang-nay?a=b")))
                .isEqualTo("/khong-co-trang-nay?a=b&lang=en");
        Visit nobody = office.nobody();
        assertThat(switchOn(nobody.submit("/login", "/login", "username", "x", "password", "y")))
                .as("after a refused sign-in")
                .isEqualTo("/login?lang=en");
        assertThat(switchOn(office.nobody().get("//example.org/desk")))
                .as("an address that would name another server")
                .isEqualTo("none");
    }

    private static String switchOn(HttpResponse<String> answer) {
        var link = Pattern.compile("<a href=\"([^\"]*)\" lang=\"en\"").matcher(answer.body());
        return link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : "none";
    }
}

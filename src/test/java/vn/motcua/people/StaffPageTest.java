package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.people.Browser.location;
import static vn.motcua.people.Office.PASSWORD;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.support.TestStore;

/** Accounts as an administrator keeps them, and the first change of a given password. */
class StaffPageTest {

    private static TestStore store;
    private static Browser admin;

    @BeforeAll
    static void open() {
        store = TestStore.web();
        admin = Office.of(store).signedIn(StaffGroup.ADMIN);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void an_account_is_added_with_a_password_shown_once_that_must_be_changed_before_anything_else() {
        HttpResponse<String> added = add("Tran.Van.Cuong", "Trần Văn Cường", "officer", Office.DISTRICT);
        assertThat(location(added)).isEqualTo("/staff/member/tran.van.cuong");
        String given =
                oneTimePassword(admin.open("/staff/member/tran.van.cuong").body());
        assertThat(admin.open("/staff/member/tran.van.cuong").body())
                .doesNotContain(given)
                .contains("Chờ đổi mật khẩu");

        Browser browser = new Browser(store);
        assertThat(location(browser.signIn("tran.van.cuong", given))).isEqualTo("/password");
        assertThat(location(browser.open("/camunda/app/tasklist/default/"))).isEqualTo("/password");
        assertThat(location(browser.open("/staff"))).isEqualTo("/password");
        HttpResponse<String> api = browser.call("GET", "/camunda/api/engine/engine/default/task");
        assertThat(api.statusCode()).isEqualTo(403);
        assertThat(api.body()).contains("đổi mật khẩu");
        assertThat(browser.call("GET", "/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(403);

        String before = browser.session();
        HttpResponse<String> changed = change(browser, given, PASSWORD, PASSWORD);
        assertThat(changed.statusCode()).isEqualTo(302);
        assertThat(location(changed)).isEqualTo(Arrival.WORK);
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.open("/camunda/app/tasklist/default/").statusCode()).isEqualTo(404);
        assertThat(new Browser(store).signIn("tran.van.cuong", given).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_changed_password_ends_the_other_sessions_of_the_account_and_not_this_one() {
        Office office = new Office(store);
        office.add("two.places", StaffGroup.COUNTER);
        Browser here = office.signedIn("two.places");
        Browser there = office.signedIn("two.places");
        change(here, PASSWORD, "một câu khác hẳn", "một câu khác hẳn");
        store.clock().advance(SessionWatch.EVERY);
        assertThat(here.isSignedIn()).isTrue();
        assertThat(there.isSignedIn()).isFalse();
    }

    @Test
    void what_is_wrong_with_a_new_password_is_told_beside_its_field() {
        Office office = new Office(store);
        office.add("wrong.words", StaffGroup.COUNTER);
        Browser browser = office.signedIn("wrong.words");
        assertThat(change(browser, PASSWORD, "ngắn", "ngắn").body()).contains("id=\"password-error\"", "từ 12 ký tự");
        assertThat(change(browser, PASSWORD, PASSWORD, PASSWORD).body()).contains("phải khác mật khẩu hiện tại");
        assertThat(change(browser, PASSWORD, "một câu khác hẳn", "một câu khác").body())
                .contains("id=\"again-error\"");
        assertThat(change(browser, "không phải", "một câu khác hẳn", "một câu khác hẳn")
                        .body())
                .contains("id=\"current-error\"", "Mật khẩu hiện tại không đúng");
        for (int i = 0; i < 4; i++) {
            change(browser, "không phải", "một câu khác hẳn", "một câu khác hẳn");
        }
        assertThat(change(browser, PASSWORD, "một câu khác hẳn", "một câu khác hẳn")
                        .body())
                .as("guessing at an open session")
                .contains("Sai quá nhiều lần");
    }

    @Test
    void what_is_wrong_with_an_account_is_told_beside_its_field_and_what_was_entered_stays() {
        String page = add("a b", "Nguyễn Thị <b>Bình</b>", "counter", "").body();
        assertThat(page)
                .contains("id=\"username-error\"", "value=\"a b\"", "Nguyễn Thị &lt;b&gt;Bình", "id=\"agency-error\"")
                .contains("<option value=\"counter\" selected=\"selected\">");
        assertThat(add("counter.one", "Ai đó", "counter", Office.DISTRICT).body())
                .contains("Đã có tài khoản này");
        assertThat(add("no.group", "Ai đó", "boss", Office.DISTRICT).body()).contains("Hãy chọn nhóm");
        assertThat(add("no.agency", "Ai đó", "counter", "nowhere").body()).contains("id=\"agency-error\"");
        assertThat(store.bean(Staff.class).find("no.agency")).isEmpty();
    }

    @Test
    void an_account_is_moved_locked_and_unlocked_and_the_log_says_by_whom() {
        new Office(store).add("moved.about", StaffGroup.COUNTER);
        String page = "/staff/member/moved.about";
        admin.submit(page, page, "fullName", "Tên mới", "group", "leader", "agency", Office.PROVINCE);
        StaffMember moved = store.bean(Staff.class).find("moved.about").orElseThrow();
        assertThat(moved)
                .extracting(StaffMember::fullName, StaffMember::group, StaffMember::agencyCode)
                .containsExactly("Tên mới", StaffGroup.LEADER, Office.PROVINCE);
        admin.submit(page, page + "/disable");
        assertThat(admin.open(page).body()).contains("Đã khoá", "Mở khoá tài khoản");
        admin.submit(page, page + "/enable");
        assertThat(location(admin.submit(page, page + "/password"))).isEqualTo(page);
        String given = oneTimePassword(admin.open(page).body());
        assertThat(location(new Browser(store).signIn("moved.about", given))).isEqualTo("/password");
        assertThat(store.jdbc()
                        .sql("select actor || ' ' || action from motcua.staff_log where username = ? order by id")
                        .param("moved.about")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "test ADDED",
                        "admin.one CHANGED",
                        "admin.one DISABLED",
                        "admin.one ENABLED",
                        "admin.one PASSWORD_RESET");
    }

    @Test
    void administrators_do_not_lock_themselves_out() {
        String own = "/staff/member/admin.one";
        admin.submit(own, own + "/disable");
        assertThat(admin.open(own).body()).contains("Đang dùng");
        assertThat(admin.submit(own, own, "fullName", "Người", "group", "counter", "agency", Office.DISTRICT)
                        .body())
                .contains("Không tự đổi nhóm của mình được");
        admin.submit(own, own + "/password");
        assertThat(admin.open(own).body()).doesNotContain("Mật khẩu dùng một lần của");
    }

    @Test
    void the_list_finds_by_name_username_and_agency() {
        assertThat(admin.open("/staff").body()).contains("Người leader.one", "Người counter.one");
        assertThat(admin.open("/staff?q=LEADER.one").body())
                .contains("Người leader.one")
                .doesNotContain("Người counter.one");
        assertThat(admin.open("/staff?q=" + Raw.encoded("thành phố")).body()).contains("Người counter.one");
        assertThat(admin.open("/staff?q=%25").body()).contains("Không có tài khoản nào khớp");
        assertThat(admin.open("/staff?q=%00").statusCode()).isIn(200, 400);
        assertThat(admin.open("/staff/member/nobody.here").statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> add(String username, String fullName, String group, String agency) {
        return admin.submit(
                "/staff/new",
                "/staff/new",
                "username",
                username,
                "fullName",
                fullName,
                "group",
                group,
                "agency",
                agency);
    }

    private static HttpResponse<String> change(Browser browser, String current, String password, String again) {
        return browser.submit("/password", "/password", "current", current, "password", password, "again", again);
    }

    private static String oneTimePassword(String page) {
        Matcher shown = Pattern.compile("<code>([a-z2-9-]{19})</code>").matcher(page);
        assertThat(shown.find()).as(page).isTrue();
        return shown.group(1);
    }
}

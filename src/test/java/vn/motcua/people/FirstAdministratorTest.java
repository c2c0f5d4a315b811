package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.people.Browser.location;

import org.junit.jupiter.api.Test;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

/** A server on an external database has no accounts but those somebody asked for. */
class FirstAdministratorTest {

    private static final String NAME = "--motcua.admin.username=Quan.Tri";
    private static final String PASSWORD = "--motcua.admin.password=" + Office.PASSWORD;

    @Test
    void an_external_store_starts_without_accounts_and_tells_how_to_get_the_first() {
        try (TestStore store = TestStore.asServer()) {
            assertThat(store.bean(Staff.class).all()).isEmpty();
            assertThat(store.bean(FirstAdministrator.class).advice().orElseThrow())
                    .contains("MOTCUA_ADMIN_USERNAME", "MOTCUA_ADMIN_PASSWORD");
            assertThat(new Browser(store).signIn("demo", "demo").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void settings_make_the_first_one_once_and_its_password_must_be_changed() {
        try (TestStore store = TestStore.web(NAME, PASSWORD)) {
            assertThat(store.bean(FirstAdministrator.class).advice()).isEmpty();
            assertThat(location(new Browser(store).signIn("quan.tri", Office.PASSWORD)))
                    .isEqualTo("/password");
            store.bean(Accounts.class).setPassword("quan.tri", "một câu khác hẳn");
            try (TestStore again = store.anotherWebNode("--motcua.admin.username=another", PASSWORD)) {
                assertThat(again.bean(Staff.class).all())
                        .extracting(StaffMember::username)
                        .containsExactly("quan.tri");
                assertThat(location(new Browser(again).signIn("quan.tri", "một câu khác hẳn")))
                        .isEqualTo(Arrival.WORK);
            }
        }
    }

    @Test
    void a_weak_password_or_half_the_settings_are_refused_at_the_start() {
        assertThatThrownBy(() -> TestStore.web(NAME, "--motcua.admin.password=matkhau123456"))
                .isInstanceOf(Refusal.class)
                .hasMessageContainingAll("MOTCUA_ADMIN_PASSWORD", "dễ bị đoán");
        assertThatThrownBy(() -> TestStore.web(NAME))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("phải đặt cả hai");
        assertThatThrownBy(() -> TestStore.web("--motcua.admin.username=Quản trị", PASSWORD))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Tên đăng nhập gồm");
    }
}

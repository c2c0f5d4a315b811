package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

class StaffTest {

    private static final LocalDate IN_2019 = LocalDate.of(2019, 4, 30);

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.empty();
        Office.of(store);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void a_member_serves_the_own_agency_and_all_below_it() {
        Staff staff = store.bean(Staff.class);
        StaffMember counter = staff.find("counter.one").orElseThrow();
        assertThat(staff.agenciesServed(counter, IN_2019))
                .contains(Office.DISTRICT)
                .doesNotContain(Office.PROVINCE)
                .hasSizeBetween(2, 30);
        StaffMember above = new StaffMember("x", "X", StaffGroup.ADMIN, null, null, true, false);
        assertThat(staff.agenciesServed(above, IN_2019)).hasSize(239);
        assertThat(staff.inGroup(StaffGroup.LEADER))
                .extracting(StaffMember::username)
                .containsExactly("leader.one");
        assertThat(staff.inAgencies(java.util.Set.of(counter.agencyId()))).hasSize(5);
        assertThat(staff.all()).hasSize(5);
    }

    @Test
    void only_an_administrator_may_belong_to_no_agency() {
        Accounts accounts = store.bean(Accounts.class);
        assertThatThrownBy(() -> accounts.add(
                        new StaffEntry("no.agency", "Ai đó", StaffGroup.LEADER, null), Office.PASSWORD, false, "test"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Hãy chọn đơn vị");
    }

    @Test
    void the_last_administrator_stays() {
        Accounts accounts = store.bean(Accounts.class);
        assertThatThrownBy(() -> accounts.disable("admin.one", "test"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("quản trị viên cuối cùng");
    }

    @Test
    void an_agency_that_closed_takes_nobody_on() {
        store.jdbc()
                .sql("update motcua.agency set closed_from = '2025-07-01' where code = ?")
                .param(Office.DISTRICT)
                .update();
        assertThatThrownBy(() -> new Office(store).add("too.late", StaffGroup.OFFICER))
                .hasMessageContaining("không còn hoạt động");
        store.jdbc().sql("update motcua.agency set closed_from = null").update();
    }

    @Test
    void the_log_is_append_only() {
        assertThatThrownBy(
                        () -> store.jdbc().sql("delete from motcua.staff_log").update())
                .hasMessageContaining("append-only");
    }
}

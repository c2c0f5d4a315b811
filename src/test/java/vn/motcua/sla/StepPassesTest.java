package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static vn.motcua.sla.Shelf.DEPARTMENT;
import static vn.motcua.sla.Shelf.at;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Dossier;
import vn.motcua.support.TestStore;

/** Every number here was counted by hand; office hours are 07:00–11:30 and 13:30–17:00. */
class StepPassesTest {

    private static final String REGISTRATION = "1.001612"; // its clock pauses
    private static final int HOUR = 60;
    private static final int DAY = 8 * HOUR;

    private TestStore store;
    private Shelf shelf;

    @BeforeEach
    void open() {
        store = TestStore.withCatalogue();
        shelf = new Shelf(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void tet_is_no_working_time() {
        Dossier dossier = shelf.receive(REGISTRATION, at("02-01T16:00"));
        // Friday before Tết, an hour until closing; Monday after it, an hour from opening. 4–8/02 were off.
        StepPass pass = shelf.measured(shelf.finish(dossier, "Thẩm định", at("02-01T16:00"), at("02-11T08:00"), "P1D"));
        assertThat(pass.worked()).isEqualTo(2 * HOUR);
        assertThat(pass.allowed()).isEqualTo(DAY);
    }

    @Test
    void a_make_up_saturday_is_working_time() {
        Dossier dossier = shelf.receive(REGISTRATION, at("04-26T16:30"));
        // Half an hour on Friday; 29/04–01/05 off; Thursday and Friday; Saturday 04/05 instead of 29/04, until 08:30.
        StepPass pass = shelf.measured(shelf.finish(dossier, "Thẩm định", at("04-26T16:30"), at("05-04T08:30"), "P2D"));
        assertThat(pass.worked()).isEqualTo(30 + 2 * DAY + 90);
        assertThat(pass.allowed()).isEqualTo(2 * DAY);
    }

    @Test
    void what_the_clock_stood_is_not_charged_to_the_step() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        shelf.dossiers().beginProcessing(dossier.code(), Act.by("mot-cua"));
        store.clock().set(at("03-12T09:00"));
        shelf.dossiers().askSupplement(dossier.code(), Act.by("chuyen-vien").because("Thiếu giấy tờ"));
        store.clock().set(at("03-14T14:00"));
        shelf.dossiers().supplementReceived(dossier.code(), Act.by("mot-cua"));
        // Monday 09:00 to Friday 09:00 is four days; Tuesday 09:00 to Thursday 14:00 two days and three hours of them.
        StepPass pass = shelf.measured(shelf.finish(dossier, "Thẩm định", at("03-11T09:00"), at("03-15T09:00"), "P2D"));
        assertThat(pass.waited()).isEqualTo(2 * DAY + 3 * HOUR);
        assertThat(pass.worked()).isEqualTo(4 * DAY - 2 * DAY - 3 * HOUR);
    }

    @Test
    void a_step_that_was_open_only_while_the_clock_stood_took_no_time() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        shelf.dossiers().beginProcessing(dossier.code(), Act.by("mot-cua"));
        store.clock().set(at("03-12T09:00"));
        shelf.dossiers().askSupplement(dossier.code(), Act.by("chuyen-vien").because("Thiếu giấy tờ"));
        StepPass pass =
                shelf.measured(shelf.finish(dossier, "Nhận bổ sung", at("03-12T09:00"), at("03-13T09:00"), null));
        assertThat(pass).isEqualTo(new StepPass(0, DAY, null, null, null, false));
    }

    @Test
    void steps_of_hours_are_measured_in_minutes_over_the_noon_break_and_judged_to_the_minute() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        // 10:00–11:30 and 13:30–14:45.
        long inTime = shelf.finish(
                dossier, "Thẩm định", DEPARTMENT, at("03-11T10:00"), at("03-11T14:45"), "PT4H", at("03-11T16:00"));
        long late = shelf.finish(
                dossier, "Thẩm định", DEPARTMENT, at("03-11T10:00"), at("03-11T16:00:01"), "PT4H", at("03-11T16:00"));
        assertThat(shelf.measured(inTime)).isEqualTo(new StepPass(90 + 75, 0, 240, false, null, false));
        assertThat(shelf.measured(late)).isEqualTo(new StepPass(240, 0, 240, true, null, false));
    }

    @Test
    void the_office_hours_of_whoever_had_the_step_count_and_to_the_result_those_of_whoever_handles_the_dossier() {
        store.jdbc()
                .sql("update motcua.agency set office_hours = '08:00-12:00,13:00-16:00' where code = '000.00.21.H37'")
                .update();
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long opinion =
                shelf.finish(dossier, "Cho ý kiến", "000.00.21.H37", at("03-11T15:00"), at("03-12T09:00"), "P1D", null);
        store.clock().set(at("03-13T09:00"));
        shelf.dossiers().beginProcessing(dossier.code(), Act.by("mot-cua"));
        shelf.dossiers().resolve(dossier.code(), Act.by("mot-cua"));
        StepPass pass = shelf.measured(opinion);
        assertThat(pass.worked()).isEqualTo(2 * HOUR);
        assertThat(pass.allowed()).isEqualTo(7 * HOUR);
        // Monday 15:00–17:00, Tuesday, Wednesday 07:00–09:00.
        assertThat(pass.toResult()).isEqualTo(2 * HOUR + DAY + 2 * HOUR);
    }

    @Test
    void the_time_to_the_result_is_known_once_there_is_one_and_leaves_out_what_the_clock_stood() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long check = shelf.finish(dossier, "Kiểm tra", at("03-11T08:00"), at("03-11T09:00"), "PT4H");
        assertThat(shelf.measured(check).toResult()).isNull();
        assertThat(shelf.measured(check).settled()).isFalse();

        shelf.dossiers().beginProcessing(dossier.code(), Act.by("mot-cua"));
        store.clock().set(at("03-12T08:00"));
        shelf.dossiers().askSupplement(dossier.code(), Act.by("chuyen-vien").because("Thiếu giấy tờ"));
        store.clock().set(at("03-18T08:00"));
        shelf.dossiers().supplementReceived(dossier.code(), Act.by("mot-cua"));
        store.clock().set(at("03-19T10:00"));
        shelf.dossiers().resolve(dossier.code(), Act.by("mot-cua"));
        long handOver = shelf.finish(dossier, "Trả kết quả", at("03-19T10:00"), at("03-20T10:00"), null);

        // Monday 08:00 to Tuesday 08:00, and Monday 08:00 to Tuesday 10:00 of the week after.
        assertThat(shelf.measured(check).toResult()).isEqualTo(DAY + DAY + 2 * HOUR);
        assertThat(shelf.measured(check).settled()).isTrue();
        assertThat(shelf.measured(handOver)).isEqualTo(new StepPass(DAY, 0, null, null, null, true));
    }

    @Test
    void rounds_add_nothing_twice_and_measuring_all_anew_comes_to_the_same() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        shelf.finish(dossier, "Thẩm định", at("03-11T09:00"), at("03-12T09:00"), "P2D");
        shelf.finish(dossier, "Phê duyệt", at("03-12T09:00"), at("03-12T10:00"), "P1D");
        StepPasses passes = store.bean(StepPasses.class);
        passes.catchUp();
        List<String> once = rows();
        passes.catchUp();
        passes.rebuild();
        assertThat(rows()).isEqualTo(once).hasSize(2);
        assertThat(differences()).isEmpty();
    }

    @Test
    void the_recount_tells_what_is_kept_otherwise_and_what_is_missing() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long wrong = shelf.finish(dossier, "Thẩm định", at("03-11T09:00"), at("03-12T09:00"), "P2D");
        long gone = shelf.finish(dossier, "Phê duyệt", at("03-12T09:00"), at("03-12T10:00"), "P1D");
        store.bean(StepPasses.class).catchUp();
        store.bean(StepPasses.class).catchUp();
        shelf.finish(dossier, "Trả kết quả", at("03-12T10:00"), at("03-12T11:00"), null); // waits for the next round
        store.jdbc()
                .sql("update motcua.step_pass set worked_minutes = 7 where submission_id = ?")
                .param(wrong)
                .update();
        store.jdbc()
                .sql("delete from motcua.step_pass where submission_id = ?")
                .param(gone)
                .update();
        assertThat(differences()).extracting(Difference::what).containsExactly("pass Thẩm định", "pass Phê duyệt");
    }

    @Test
    void a_step_that_is_committed_after_later_ones_is_not_passed_over() throws Exception {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long first = shelf.finish(dossier, "Thẩm định", at("03-11T09:00"), at("03-12T09:00"), "P2D");
        long slow;
        try (Connection clerk = DriverManager.getConnection(store.url());
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("""
                    insert into motcua.submission (dossier_id, task_key, task_name, agency_id, actor, at, fields, opened_at)
                    select dossier_id, task_key, 'Chậm', agency_id, actor, at, fields, opened_at
                    from motcua.submission where id = %d
                    """.formatted(first));
            slow = first + 1;
            long fast = shelf.finish(dossier, "Phê duyệt", at("03-12T09:00"), at("03-12T10:00"), "P1D");
            assertThat(fast).isGreaterThan(slow);
            for (int round = 0; round < 4; round++) {
                assertThat(shelf.measured(fast).worked()).isEqualTo(HOUR);
            }
            clerk.commit();
        }
        assertThat(shelf.measured(slow).worked()).isEqualTo(DAY);
        store.bean(StepPasses.class).catchUp();
        assertThat(store.jdbc()
                        .sql("select done from motcua.step_pass_mark")
                        .query(Long.class)
                        .single())
                .isEqualTo(slow + 1);
    }

    @Test
    void no_clerk_waits_for_it_and_it_waits_for_no_clerk() throws Exception {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long step = shelf.finish(dossier, "Thẩm định", at("03-11T09:00"), at("03-12T09:00"), "P2D");
        try (Connection clerk = DriverManager.getConnection(store.url());
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("select 1 from motcua.dossier where id = %d for update".formatted(dossier.id()));
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(shelf.measured(step).worked()).isEqualTo(DAY));
        }
    }

    @Test
    void while_another_node_measures_this_one_leaves_it_to_it() throws Exception {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long step = shelf.finish(dossier, "Thẩm định", at("03-11T09:00"), at("03-12T09:00"), "P2D");
        try (Connection other = DriverManager.getConnection(store.url());
                Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('motcua.step-passes'))");
            store.bean(StepPasses.class).round();
            assertThat(shelf.pass(step)).isEmpty();
        }
        store.bean(StepPasses.class).round();
        assertThat(shelf.pass(step)).isPresent();
    }

    @Test
    void a_correction_of_the_calendar_leaves_alone_what_was_measured_before_it() {
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T08:00"));
        long step = shelf.finish(dossier, "Thẩm định", at("03-11T08:00"), at("03-13T08:00"), "P2D");
        assertThat(shelf.measured(step).worked()).isEqualTo(2 * DAY);
        store.bean(Calendars.class)
                .put(List.of(new CalendarDay(LocalDate.of(2019, 3, 12), DayKind.OFF, "Nghỉ bù")), at("03-20T08:00"));
        assertThat(differences()).isEmpty();
    }

    private List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        store.bean(PassRecount.class).all(found::add);
        return found;
    }

    private List<String> rows() {
        return store.jdbc()
                .sql("select p::text from motcua.step_pass p order by submission_id")
                .query(String.class)
                .list();
    }
}

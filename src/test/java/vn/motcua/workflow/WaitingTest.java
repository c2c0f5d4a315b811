package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.dossier.CalendarChange;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.support.TestStore;

/** What moves when the clock of a dossier waits, runs on, or is counted by another calendar. */
class WaitingTest {

    /** 30 working days that pause; two officers side by side, ten and fifteen working days. */
    private static final String LAND = "1.003003";

    private static final String SURVEY = "Đo đạc";
    private static final String NOTICE = "Niêm yết công khai";

    private static final Set<String> CHANGED = new LinkedHashSet<>();

    private static Office office;
    private static Publications publications;

    @BeforeAll
    static void open() {
        office = Office.open();
        publications = new Publications(office);
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @AfterEach
    void restoreTheCalendar() {
        List.copyOf(CHANGED).forEach(day -> change(day, DayKind.NONE));
        CHANGED.clear();
    }

    // --- PAUSE

    @Test
    void nothing_is_due_while_papers_are_awaited() {
        String code = land(LocalDateTime.of(2026, 11, 2, 9, 0));
        assertDue(code, "2026-12-14");
        assertTaskDue(code, SURVEY, "2026-11-16");
        assertTaskDue(code, NOTICE, "2026-11-23");
        assertWarning(code, "2026-12-11T07:00");
        office.store.clock().set(LocalDateTime.of(2026, 11, 5, 15, 0));
        office.complete(code, SURVEY, incomplete());
        assertThat(office.dossier(code).waitingSince()).isEqualTo(LocalDateTime.of(2026, 11, 5, 15, 0));
        assertThat(office.task(code, NOTICE).getDueDate()).isNull();
        assertThat(office.item(code, NOTICE).due()).isNull();
        assertThat(office.wakesAt(code, "warning-time")).isAfter(LocalDateTime.of(2040, 1, 1, 0, 0));
        assertThat(office.wakesAt(code, "supplement-deadline")).isEqualTo(LocalDateTime.of(2026, 12, 6, 0, 0));
        assertThat(office.dueOf(code, "receive-supplement"))
                .isEqualTo(LocalDateTime.of(2026, 12, 5, 23, 59, 59, 999_000_000));
    }

    @Test
    void under_pause_everything_moves_by_the_working_days_of_the_wait_and_not_by_its_weekend() {
        String code = land(LocalDateTime.of(2026, 11, 2, 9, 0));
        office.store.clock().set(LocalDateTime.of(2026, 11, 5, 15, 0));
        office.complete(code, SURVEY, incomplete());
        office.store.clock().set(LocalDateTime.of(2026, 11, 10, 10, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-12-17");
        assertTaskDue(code, NOTICE, "2026-11-26");
        assertTaskDue(code, SURVEY, "2026-11-24");
        assertWarning(code, "2026-12-16T07:00");
        assertThat(office.dossier(code).waitingSince()).isNull();
    }

    @Test
    void under_pause_a_wait_across_tet_costs_only_the_days_that_were_worked() {
        String code = land(LocalDateTime.of(2026, 1, 26, 9, 0));
        assertDue(code, "2026-03-16");
        assertTaskDue(code, NOTICE, "2026-02-23");
        office.store.clock().set(LocalDateTime.of(2026, 2, 12, 9, 0));
        office.complete(code, SURVEY, incomplete());
        office.store.clock().set(LocalDateTime.of(2026, 2, 24, 9, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-03-19");
        assertTaskDue(code, NOTICE, "2026-02-26");
        assertWarning(code, "2026-03-18T07:00");
    }

    @Test
    void under_pause_a_limit_in_hours_moves_by_the_office_time_of_the_wait() {
        office.ship("HOURS-1", 8, LimitUnit.WORKING_HOURS, List.of());
        office.store.clock().set(LocalDateTime.of(2026, 11, 6, 15, 0));
        String code = handled("HOURS-1");
        assertThat(office.dossier(code).due()).isEqualTo(LocalDateTime.of(2026, 11, 9, 15, 0));
        office.store.clock().set(LocalDateTime.of(2026, 11, 6, 16, 0));
        office.complete(code, "handle", incomplete());
        office.store.clock().set(LocalDateTime.of(2026, 11, 9, 10, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertThat(office.dossier(code).due()).isEqualTo(LocalDateTime.of(2026, 11, 10, 9, 0));
        assertThat(office.wakesAt(code, "warning-time")).isEqualTo(LocalDateTime.of(2026, 11, 9, 15, 0));
    }

    @Test
    void the_watch_that_has_begun_waits_too_and_comes_again_by_the_new_due_date() {
        String code = land(LocalDateTime.of(2026, 11, 2, 9, 0));
        office.at(LocalDateTime.of(2026, 12, 11, 7, 0));
        assertThat(office.dueOf(code, "reappoint")).isEqualTo(LocalDateTime.of(2026, 12, 11, 11, 0));
        office.complete(code, "reappoint", fields("decision", "not-needed", "reason", "Sẽ xong trong ngày"));
        assertThat(office.wakesAt(code, "await-overdue")).isEqualTo(LocalDateTime.of(2026, 12, 15, 0, 0));
        office.store.clock().set(LocalDateTime.of(2026, 12, 14, 9, 0));
        office.complete(code, SURVEY, incomplete());
        assertThat(office.wakesAt(code, "await-overdue")).isAfter(LocalDateTime.of(2040, 1, 1, 0, 0));
        office.at(LocalDateTime.of(2026, 12, 21, 9, 0));
        assertThat(office.openTasks(code)).doesNotContain("overdue");
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-12-21");
        assertThat(office.wakesAt(code, "await-overdue")).isEqualTo(LocalDateTime.of(2026, 12, 22, 0, 0));
        office.at(LocalDateTime.of(2026, 12, 22, 0, 0));
        assertThat(office.openTasks(code)).contains("overdue");
    }

    @Test
    void papers_asked_for_and_brought_on_one_day_move_nothing() {
        String code = land(LocalDateTime.of(2026, 11, 2, 9, 0));
        office.store.clock().set(LocalDateTime.of(2026, 11, 5, 8, 0));
        office.complete(code, SURVEY, incomplete());
        office.store.clock().set(LocalDateTime.of(2026, 11, 5, 16, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-12-14");
        assertTaskDue(code, NOTICE, "2026-11-23");
        assertWarning(code, "2026-12-11T07:00");
    }

    // --- RESTART

    @Test
    void under_restart_everything_begins_anew_when_the_last_paper_comes_across_tet() {
        office.store.clock().set(LocalDateTime.of(2026, 1, 26, 9, 0));
        String code = publications.at("appraisal", Map.of("subject", "police"));
        assertDue(code, "2026-02-09");
        assertTaskDue(code, "give-opinion", "2026-02-02");
        office.store.clock().set(LocalDateTime.of(2026, 1, 30, 9, 0));
        office.complete(code, "appraisal", Publications.incomplete());
        assertThat(office.task(code, "give-opinion").getDueDate()).isNull();
        assertThat(office.item(code, "give-opinion").due()).isNull();
        office.store.clock().set(LocalDateTime.of(2026, 2, 13, 16, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-03-06");
        assertTaskDue(code, "give-opinion", "2026-02-27");
        assertTaskDue(code, "appraisal", "2026-03-02");
        assertWarning(code, "2026-03-05T07:00");
    }

    @Test
    void under_restart_papers_brought_after_closing_count_from_the_next_working_day() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
        String code = publications.waitingForPapers();
        office.store.clock().set(LocalDateTime.of(2026, 11, 6, 18, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-11-23");
        assertTaskDue(code, "appraisal", "2026-11-17");
        assertWarning(code, "2026-11-20T07:00");
    }

    @Test
    void waiting_for_payment_stops_no_clock() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
        String code = publications.at("confirm-payment");
        assertThat(office.dossier(code).status()).isEqualTo(Status.WAITING_PAYMENT);
        assertTaskDue(code, "confirm-payment", "2026-11-03");
        office.store.clock().set(LocalDateTime.of(2026, 11, 5, 9, 0));
        office.flow().paymentReceived(code, "Cổng thanh toán");
        assertDue(code, "2026-11-16");
        assertWarning(code, "2026-11-13T07:00");
    }

    // --- extension and withdrawal

    @Test
    void an_extension_moves_the_due_date_and_its_timers_but_not_the_aims_of_the_steps() {
        String code = land(LocalDateTime.of(2026, 11, 2, 9, 0));
        office.flow().extend(code, 5, "Khoản 3 Điều 10", "Giám đốc", "officer-1");
        assertDue(code, "2026-12-21");
        assertWarning(code, "2026-12-18T07:00");
        assertTaskDue(code, NOTICE, "2026-11-23");
    }

    @Test
    void an_extension_in_calendar_days_ends_on_a_working_day() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
        String code = handled("KN-1");
        assertDue(code, "2026-12-02");
        office.flow().extend(code, 17, "Điều 28 Luật Khiếu nại", "Chủ tịch", "officer-1");
        assertDue(code, "2026-12-21");
        assertWarning(code, "2026-12-18T07:00");
    }

    @Test
    void a_wait_that_ends_in_a_declined_withdrawal_goes_on_waiting() {
        String code = land(LocalDateTime.of(2026, 11, 2, 9, 0));
        office.store.clock().set(LocalDateTime.of(2026, 11, 5, 15, 0));
        office.complete(code, SURVEY, incomplete());
        office.flow().askWithdrawal(code, "Lê Văn Nam", "Không còn nhu cầu");
        office.complete(code, "consider-withdrawal", fields("decision", "decline", "reason", "Hồ sơ sắp có kết quả"));
        assertThat(office.dossier(code).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(office.task(code, NOTICE).getDueDate()).isNull();
        assertThat(office.wakesAt(code, "supplement-deadline")).isEqualTo(LocalDateTime.of(2026, 12, 6, 0, 0));
        office.store.clock().set(LocalDateTime.of(2026, 11, 10, 10, 0));
        office.flow().supplementReceived(code, "Lê Văn Nam");
        assertDue(code, "2026-12-17");
    }

    // --- the calendar changes

    @Test
    void a_new_day_off_moves_everything_of_an_open_dossier_and_a_make_up_day_moves_it_back() {
        String code = land(LocalDateTime.of(2026, 6, 1, 9, 0));
        assertDue(code, "2026-07-13");
        change("2026-06-10", DayKind.OFF);
        assertThat(office.lastEvent(code).kind()).isEqualTo(EventKind.RECALCULATED);
        assertDue(code, "2026-07-14");
        assertTaskDue(code, SURVEY, "2026-06-16");
        assertTaskDue(code, NOTICE, "2026-06-23");
        assertWarning(code, "2026-07-13T07:00");
        change("2026-06-13", DayKind.WORK);
        assertDue(code, "2026-07-13");
        assertTaskDue(code, SURVEY, "2026-06-15");
        assertTaskDue(code, NOTICE, "2026-06-22");
        assertWarning(code, "2026-07-10T07:00");
    }

    @Test
    void a_new_day_off_moves_the_answer_to_a_filing_too() {
        office.store.clock().set(LocalDateTime.of(2026, 7, 17, 15, 0));
        String code = office.fileAny(LAND);
        assertThat(office.dueOf(code, "intake-check")).isEqualTo(LocalDateTime.of(2026, 7, 20, 15, 0));
        change("2026-07-20", DayKind.OFF);
        assertThat(office.dossier(code).acceptanceDue()).isEqualTo(LocalDateTime.of(2026, 7, 21, 15, 0));
        assertThat(office.dueOf(code, "intake-check")).isEqualTo(LocalDateTime.of(2026, 7, 21, 15, 0));
        assertThat(office.item(code, "intake-check").due()).isEqualTo(LocalDateTime.of(2026, 7, 21, 15, 0));
        change("2026-07-20", DayKind.NONE);
        assertThat(office.dueOf(code, "intake-check")).isEqualTo(LocalDateTime.of(2026, 7, 20, 15, 0));
    }

    @Test
    void a_new_day_off_moves_an_asked_agencys_step() {
        office.store.clock().set(LocalDateTime.of(2026, 6, 15, 9, 0));
        String code = publications.at("appraisal", Map.of("subject", "military"));
        assertTaskDue(code, "give-opinion", "2026-06-22");
        change("2026-06-18", DayKind.OFF);
        assertTaskDue(code, "give-opinion", "2026-06-23");
    }

    @Test
    void a_new_day_off_leaves_alone_what_waits_and_what_is_resolved() {
        office.store.clock().set(LocalDateTime.of(2026, 5, 11, 9, 0));
        String resolved = publications.at("hand-over");
        LocalDateTime due = office.dossier(resolved).due();
        String waiting = publications.waitingForPapers();
        change("2026-05-20", DayKind.OFF);
        assertThat(office.dossier(resolved).due()).isEqualTo(due);
        assertThat(office.events(resolved)).doesNotContain(EventKind.RECALCULATED);
        assertThat(office.wakesAt(waiting, "supplement-deadline")).isEqualTo(LocalDateTime.of(2026, 6, 11, 0, 0));
    }

    @Test
    void a_change_of_the_calendar_that_the_command_line_made_is_seen_by_the_server_on_its_next_round() {
        String code = land(LocalDateTime.of(2026, 3, 2, 9, 0));
        assertTaskDue(code, SURVEY, "2026-03-16");
        try (TestStore commandLine = office.store.anotherNode()) {
            change(commandLine, "2026-03-11", DayKind.OFF);
        }
        assertTaskDue(code, SURVEY, "2026-03-16");
        office.store.bean(CalendarWatch.class).look();
        assertTaskDue(code, SURVEY, "2026-03-17");
    }

    @Test
    void a_change_with_very_many_open_dossiers_is_gone_through_in_rounds() {
        office.store.clock().set(LocalDateTime.of(2026, 3, 6, 16, 0));
        List<String> filed =
                Stream.generate(() -> office.fileAny(LAND)).limit(60).toList();
        String last = filed.get(filed.size() - 1);
        LocalDateTime before = dueOfFirstTask(last);
        try (TestStore commandLine = office.store.anotherNode()) {
            change(commandLine, "2026-03-09", DayKind.OFF);
        }
        CalendarWatch watch = office.store.bean(CalendarWatch.class);
        watch.look(Duration.ZERO);
        assertThat(dueOfFirstTask(last)).as("60 are more than one batch").isEqualTo(before);
        long open = office.store
                .jdbc()
                .sql("select count(distinct dossier_id) from motcua.work_item")
                .query(Long.class)
                .single();
        for (long batch = 1; batch * 50 < open; batch++) {
            watch.look(Duration.ZERO);
        }
        assertThat(dueOfFirstTask(last)).isEqualTo(before.plusDays(1));
    }

    private static LocalDateTime dueOfFirstTask(String code) {
        return office.workItems(code).get(0).due();
    }

    @Test
    void a_dossier_whose_dates_cannot_be_told_does_not_keep_the_others_waiting() {
        String broken = land(LocalDateTime.of(2026, 3, 2, 9, 0));
        String whole = land(LocalDateTime.of(2026, 3, 2, 9, 0));
        store("update motcua.work_item set allowance = 'P1Y' where dossier_id = %d", office.dossier(broken));
        try (TestStore commandLine = office.store.anotherNode()) {
            change(commandLine, "2026-03-12", DayKind.OFF);
        }
        office.store.bean(CalendarWatch.class).look();
        assertTaskDue(whole, SURVEY, "2026-03-17");
        assertTaskDue(broken, SURVEY, "2026-03-16");
        store("update motcua.work_item set allowance = 'P10D' where dossier_id = %d", office.dossier(broken));
    }

    @Test
    void a_table_can_be_changed_while_very_many_dossiers_are_gone_through() throws Exception {
        office.store.clock().set(LocalDateTime.of(2026, 4, 3, 16, 0));
        String last = Stream.generate(() -> office.fileAny(LAND))
                .limit(60)
                .reduce((one, next) -> next)
                .orElseThrow();
        LocalDateTime before = dueOfFirstTask(last);
        try (TestStore commandLine = office.store.anotherNode()) {
            change(commandLine, "2026-04-06", DayKind.OFF);
        }
        CompletableFuture<Void> walk = CompletableFuture.runAsync(
                () -> office.store.bean(CalendarWatch.class).look(Duration.ofMinutes(1)));
        try (Connection connection = DriverManager.getConnection(office.store.url());
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '10s'");
            connection.setAutoCommit(false);
            do {
                for (String table : List.of("work_item", "store_fact", "calendar_day")) {
                    statement.execute("lock table motcua.%s in access exclusive mode".formatted(table));
                    connection.commit();
                }
            } while (!walk.isDone());
        }
        walk.get();
        assertThat(dueOfFirstTask(last)).isEqualTo(before.plusDays(1));
    }

    private static void store(String statement, Dossier dossier) {
        office.store.jdbc().sql(statement.formatted(dossier.id())).update();
    }

    /** Enters a day of the calendar, a minute after the last entry. */
    private static void change(String day, DayKind kind) {
        change(office.store, day, kind);
    }

    private static void change(TestStore node, String day, DayKind kind) {
        CHANGED.add(day);
        office.store.clock().advance(Duration.ofMinutes(1));
        node.bean(CalendarChange.class)
                .put(
                        List.of(new CalendarDay(LocalDate.parse(day), kind, "Thử lịch")),
                        LocalDateTime.now(office.store.clock()),
                        "admin-1");
    }

    private static String land(LocalDateTime moment) {
        office.store.clock().set(moment);
        return handled(LAND);
    }

    private static String handled(String procedure) {
        String code = office.fileAny(procedure);
        office.complete(code, "intake-check", fields("decision", "accept"));
        return code;
    }

    private static Map<String, Object> incomplete() {
        return fields("decision", "supplement", "opinion", "Chưa đủ giấy tờ", "reason", "Thiếu bản vẽ");
    }

    private static void assertDue(String code, String day) {
        assertThat(office.dossier(code).due()).isEqualTo(LocalDate.parse(day).atTime(Deadline.END_OF_DAY));
    }

    /** In the engine and on the work list alike. */
    private static void assertTaskDue(String code, String task, String day) {
        Task open = office.task(code, task);
        assertThat(office.dueOf(code, open.getName()).toLocalDate()).isEqualTo(LocalDate.parse(day));
        assertThat(office.item(code, open.getName()).due().toLocalDate()).isEqualTo(LocalDate.parse(day));
    }

    private static void assertWarning(String code, String moment) {
        assertThat(office.wakesAt(code, "warning-time")).isEqualTo(LocalDateTime.parse(moment));
    }
}

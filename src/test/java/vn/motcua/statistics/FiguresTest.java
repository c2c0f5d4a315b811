package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.CalendarChange;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Recount;
import vn.motcua.support.TestStore;

/** The figures of a part of the 2019 register, and what becomes of them; those of the whole are {@link PublishedFiguresTest}'s. */
class FiguresTest {

    private static final LocalDateTime MON_16_NOV_2026 = LocalDateTime.of(2026, 11, 16, 9, 0);

    private static TestStore store;
    private static Figures figures;
    private static RandomReports reports;

    @BeforeAll
    static void importTheRegister() throws Exception {
        store = TestStore.withCatalogue().importOneRowOf(5);
        figures = store.bean(Figures.class);
        reports = new RandomReports(store, LocalDate.of(2018, 9, 20), LocalDate.of(2019, 8, 10));
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void an_imported_register_reports_the_same_before_and_after_it_is_folded() {
        Random random = new Random(12_072);
        reports.agree(random, 40);
        figures.fold();
        assertThat(rows("figure_delta")).isZero();
        assertThat(rows("figure_start")).isGreaterThan(190);
        reports.agree(random, 100);
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_is_entered_late_is_posted_to_the_day_it_happened_and_to_every_total_since() {
        figures.fold();
        long starts = rows("figure_start");
        Dossiers dossiers = store.bean(Dossiers.class);
        String code = dossiers.receive(filing(), Act.by("clerk").at(LocalDateTime.of(2019, 2, 11, 8, 30)))
                .code();
        dossiers.resolve(code, Act.by("clerk").at(LocalDateTime.of(2019, 6, 3, 16, 0)));
        Random random = new Random(211);
        reports.agree(random, 20);
        figures.fold();
        assertThat(rows("figure_start")).isEqualTo(starts);
        reports.agree(random, 40);
        assertThat(differences()).isEmpty();
    }

    @Test
    void much_that_is_entered_late_has_the_totals_added_up_anew() {
        figures.fold();
        store.jdbc().sql("""
                        insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind, applicant_name,
                            recorded_at, status, received_at, due_at, resolved_at, outcome, timeliness)
                        select 'again ' || code, version_id, agency_id, channel, applicant_kind, applicant_name, recorded_at,
                            status, received_at, due_at, resolved_at, outcome, timeliness
                        from motcua.dossier where received_at is not null and code not like 'again %'
                        """).update();
        store.jdbc().sql("""
                        insert into motcua.clock_span
                        select a.id, s.valid_from, s.valid_to, s.due_at, s.waiting
                        from motcua.clock_span s join motcua.dossier d on d.id = s.dossier_id
                        join motcua.dossier a on a.code = 'again ' || d.code
                        """).update();
        Random random = new Random(7);
        reports.agree(random, 10);
        figures.fold();
        reports.agree(random, 40);
        assertThat(figureDifferences()).isEmpty();

        store.jdbc()
                .sql(
                        "delete from motcua.clock_span using motcua.dossier d where d.id = dossier_id and d.code like 'again %'")
                .update();
        store.jdbc().sql("delete from motcua.dossier where code like 'again %'").update();
        reports.agree(random, 10);
        figures.fold();
        reports.agree(random, 40);
        assertThat(differences()).isEmpty();
    }

    @Test
    void a_dossier_moved_to_another_agency_takes_its_figures_with_it() {
        store.jdbc().sql("""
                        update motcua.dossier set agency_id = (select min(id) from motcua.agency)
                        where id in (select dossier_id from motcua.clock_span group by 1 having count(*) > 1)
                        """).update();
        reports.agree(new Random(3), 20);
        assertThat(figureDifferences()).isEmpty();
    }

    @Test
    void a_corrected_calendar_moves_when_dossiers_become_overdue() {
        try (TestStore own = TestStore.withCatalogue()) {
            own.clock().set(MON_16_NOV_2026.minusDays(3));
            Dossiers dossiers = own.bean(Dossiers.class);
            for (int i = 0; i < 10; i++) {
                dossiers.receive(filing(), Act.by("clerk"));
            }
            own.bean(Figures.class).fold();
            own.clock().set(MON_16_NOV_2026);
            CalendarDay off = new CalendarDay(LocalDate.of(2026, 11, 18), DayKind.OFF, "Nghỉ bão");
            assertThat(own.bean(CalendarChange.class)
                            .put(List.of(off), MON_16_NOV_2026, "admin")
                            .decidedAnew())
                    .isEqualTo(10);
            own.clock().set(LocalDateTime.of(2026, 12, 30, 10, 0));
            RandomReports around = new RandomReports(own, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31));
            around.agree(new Random(18), 40);
            own.bean(Figures.class).fold();
            around.agree(new Random(19), 80);
            Ii06aQuery query = new Ii06aQuery(
                    LocalDate.of(2026, 11, 1),
                    LocalDate.of(2026, 12, 31),
                    LocalDateTime.of(2026, 12, 30, 10, 0),
                    null,
                    GroupBy.NONE);
            assertThat(own.bean(Ii06aReport.class).rows(query).get(0).c13()).isEqualTo(10);
        }
    }

    @Test
    void a_recount_finds_every_figure_that_was_tampered_with_and_a_rebuild_repairs_it() {
        figures.fold();
        for (String tampering : List.of(
                "update motcua.figure_day set late = late + 1 where day = '2019-03-05' and agency_id = 0 and version_id > 0",
                "delete from motcua.figure_day where day = '2019-03-05' and sector_id > 0 and agency_id > 0",
                "update motcua.figure_total set overdue = overdue - 1 where start = '2019-04-15' and version_id = 0",
                "delete from motcua.figure_total where start = '2019-05-01'",
                "update motcua.figure_day set overdue_at_start = overdue_at_start + 1 where day = '2019-03-05' and sector_id > 0",
                "update motcua.figure_moment set overdue = overdue - 1 where moment >= '2019-03-05' and moment < '2019-03-06'",
                "delete from motcua.figure_moment where moment >= '2019-03-06' and moment < '2019-03-07'",
                "insert into motcua.figure_delta select '2019-05-06', min(agency_id), min(version_id), 1, 0, 0, 0, 0, 0"
                        + " from motcua.dossier")) {
            store.jdbc().sql(tampering).update();
            assertThat(differences()).as(tampering).isNotEmpty().allMatch(d -> d.what()
                    .startsWith("II.06a"));
            figures.rebuild();
            assertThat(differences()).as("repaired after " + tampering).isEmpty();
        }
    }

    @Test
    void a_store_that_has_dossiers_already_is_brought_forward() throws Exception {
        migrateAgain("");
        Random random = new Random(5);
        reports.agree(random, 10);
        figures.fold();
        reports.agree(random, 40);
        assertThat(figureDifferences()).isEmpty();
    }

    @Test
    void figures_without_moments_are_brought_forward_whether_they_are_folded_or_not() throws Exception {
        migrateAgain("""
                create temp table change on commit drop as
                    select d.*, v.sector_id from figure_delta d join procedure_version v on v.id = d.version_id
                    where (d.agency_id + d.day) - date '2019-01-01' > 60;
                delete from figure_delta where (agency_id + day) - date '2019-01-01' > 60;
                insert into figure_day
                    select coalesce(agency_id, 0), coalesce(sector_id, 0), coalesce(version_id, 0), day,
                        sum(received_online), sum(received_other), sum(early), sum(on_time), sum(late), sum(overdue)
                    from change
                    group by grouping sets ((day, agency_id, sector_id), (day, agency_id), (day, sector_id), (day, version_id))
                """);
        assertThat(rows("figure_day")).isPositive();
        assertThat(rows("figure_delta")).isPositive();
        assertThat(figureDifferences()).isEmpty();
        Random random = new Random(11);
        reports.agree(random, 40);
        figures.fold();
        reports.agree(random, 40);
        assertThat(figureDifferences()).isEmpty();
    }

    @Test
    void what_becomes_overdue_with_the_day_is_no_moment_of_it_and_what_ends_within_the_day_is() {
        try (TestStore own = TestStore.withCatalogue()) {
            own.clock().set(MON_16_NOV_2026);
            Dossiers dossiers = own.bean(Dossiers.class);
            String code = dossiers.receive(filing(), Act.by("clerk")).code();
            LocalDate due = dossiers.get(code).due().toLocalDate();
            LocalDateTime overdue = due.plusDays(1).atStartOfDay();
            own.clock().set(overdue.plusHours(10));
            assertOverdue(own, overdue, 1);
            dossiers.resolve(code, Act.by("clerk"));
            for (int folded = 0; folded < 2; folded++) {
                assertOverdue(own, overdue.minus(1, ChronoUnit.MICROS), 0);
                assertOverdue(own, overdue, 1);
                assertOverdue(own, overdue.plus(1, ChronoUnit.MICROS), 1);
                assertOverdue(own, overdue.plusHours(10).minus(1, ChronoUnit.MICROS), 1);
                assertOverdue(own, overdue.plusHours(10), 0);
                own.bean(Figures.class).fold();
            }
            assertThat(own.jdbc()
                            .sql(
                                    "select distinct overdue || ' ' || overdue_at_start from motcua.figure_day where day = ?")
                            .param(overdue.toLocalDate())
                            .query(String.class)
                            .list())
                    .containsExactly("0 1");
            assertThat(own.jdbc()
                            .sql("select moment || ' ' || overdue from motcua.figure_moment")
                            .query(String.class)
                            .list())
                    .containsExactly(due.plusDays(1) + " 10:00:00 -1");
        }
    }

    private static void assertOverdue(TestStore own, LocalDateTime asOf, int overdue) {
        Ii06aQuery query =
                new Ii06aQuery(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31), asOf, null, GroupBy.NONE);
        assertThat(own.bean(Ii06aReport.class).rows(query).get(0).c13())
                .as("%s", asOf)
                .isEqualTo(overdue);
        new RandomReports(own, query.from(), query.to()).agrees(query);
    }

    @Test
    void half_months_that_begin_get_totals_and_what_was_foreseen_and_never_came_is_cleared() throws SQLException {
        try (TestStore own = TestStore.withCatalogue()) {
            own.clock().set(LocalDateTime.of(2026, 11, 13, 9, 0));
            Dossiers dossiers = own.bean(Dossiers.class);
            String code = dossiers.receive(filing(), Act.by("clerk")).code();
            own.bean(Figures.class).fold();
            assertThat(starts(own)).isEmpty();
            dossiers.resolve(code, Act.by("clerk"));
            own.clock().set(LocalDateTime.of(2027, 1, 2, 9, 0));
            own.bean(Figures.class).fold();
            assertThat(starts(own)).containsExactly("2026-11-15", "2026-12-01", "2026-12-15", "2027-01-01");
            assertThat(own.jdbc()
                            .sql("select count(*) from motcua.figure_day where day > '2026-11-13'")
                            .query(Long.class)
                            .single())
                    .isZero();
            assertThat(own.jdbc()
                            .sql(
                                    "select distinct start::text from motcua.figure_total where on_time + early = 1 order by 1")
                            .query(String.class)
                            .list())
                    .isEqualTo(starts(own));
        }
    }

    private static List<String> starts(TestStore store) {
        return store.jdbc()
                .sql("select day::text from motcua.figure_start order by 1")
                .query(String.class)
                .list();
    }

    private static Filing filing() {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam");
        return new Filing("1.003868", "000.00.14.H37", Channel.IN_PERSON, applicant);
    }

    /** Takes the figures back to before there were any, and makes them again as the migrations do. */
    private static void migrateAgain(String between) throws Exception {
        figures.fold();
        try (Connection connection = DriverManager.getConnection(store.url());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set search_path to motcua");
            statement.execute(
                    "drop table figure_delta, figure_day, figure_moment, figure_start, figure_total; drop view figure_source;"
                            + " drop function figure_dossiers_added, figure_dossier_changed, figure_spans_added,"
                            + " figure_spans_changed, figure_spans_removed, dossier_figures, span_figures, overdue_from cascade;"
                            + " drop index if exists dossier_agency");
            statement.execute(migration("V6__figures.sql"));
            statement.execute(between);
            statement.execute(migration("V11__figures_at_midnight.sql"));
            connection.commit();
        }
    }

    private static String migration(String name) throws IOException {
        return new ClassPathResource("db/migration/" + name).getContentAsString(StandardCharsets.UTF_8);
    }

    private static List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        store.bean(TotalsRecount.class).all(store.bean(Recount.class), differences::add);
        return differences;
    }

    private static List<Difference> figureDifferences() {
        List<Difference> differences = new ArrayList<>();
        store.bean(TransactionTemplate.class)
                .executeWithoutResult(status -> store.bean(FigureRecount.class).all(differences::add));
        return differences;
    }

    private static long rows(String table) {
        return store.jdbc()
                .sql("select count(*) from motcua." + table)
                .query(Long.class)
                .single();
    }
}

package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.sla.RiskOffice.APPRAISAL;
import static vn.motcua.sla.RiskOffice.DEPARTMENT;
import static vn.motcua.sla.RiskOffice.PUBLICATION;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.CalendarChange;
import vn.motcua.support.TestStore;

/** The background beside other nodes and beside clerks. */
class RiskRoundsTest {

    private static final LocalDateTime FRI_20_NOV = LocalDateTime.of(2026, 11, 20, 9, 0);

    private RiskOffice office;

    @BeforeEach
    void open() {
        office = RiskOffice.open(FRI_20_NOV);
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void two_nodes_at_once_forecast_every_dossier_once() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(4);
        try (TestStore other = office.store.anotherNode()) {
            for (int round = 0; round < 5; round++) {
                for (int i = 0; i < 20; i++) {
                    office.receivePublication();
                }
                office.store.clock().set(FRI_20_NOV.plusDays(round));
                List<RiskWatch> watches =
                        List.of(office.watch, other.bean(RiskWatch.class), office.watch, other.bean(RiskWatch.class));
                for (Future<?> done : watches.stream()
                        .map(watch -> nodes.submit(watch::catchUp))
                        .toList()) {
                    done.get(60, TimeUnit.SECONDS);
                }
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(count("select count(*) from motcua.risk_span")).isEqualTo(100);
        assertThat(count("select count(distinct dossier_id) from motcua.risk_span where valid_to is null"))
                .isEqualTo(100);
        assertThat(count("select count(*) from motcua.risk_change")).isZero();
    }

    @Test
    void a_round_is_left_out_while_another_node_is_at_it() throws Exception {
        String code = office.receivePublication();
        try (Connection other = DriverManager.getConnection(office.store.url());
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtext('motcua.risk'))");
            office.watch.round();
            assertThat(office.said(code)).isEmpty();
            other.rollback();
        }
        office.watch.round();
        assertThat(office.said(code)).isPresent();
    }

    @Test
    void a_round_waits_for_no_clerk_and_no_clerk_for_a_round() throws Exception {
        String code = office.receivePublication();
        try (Connection clerk = DriverManager.getConnection(office.store.url());
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("select 1 from motcua.dossier where code = '%s' for update".formatted(code));
            ExecutorService node = Executors.newSingleThreadExecutor();
            try {
                node.submit(office.watch::catchUp).get(60, TimeUnit.SECONDS);
            } finally {
                node.shutdownNow();
                clerk.rollback();
            }
        }
        assertThat(office.said(code)).isPresent();

        try (Connection round = DriverManager.getConnection(office.store.url());
                Statement statement = round.createStatement()) {
            round.setAutoCommit(false);
            statement.execute("delete from motcua.risk_span");
            statement.execute("""
                    insert into motcua.risk_span (dossier_id, valid_from, due_at, risk_from, need_minutes, basis, passes)
                    select id, '2026-11-20', due_at, due_at, 1, 'THIN', 0 from motcua.dossier
                    """);
            try (Connection clerk = DriverManager.getConnection(office.store.url());
                    Statement work = clerk.createStatement()) {
                work.execute("set lock_timeout = '5s'");
                work.execute("select 1 from motcua.dossier where code = '%s' for update".formatted(code));
                work.execute("update motcua.dossier set due_at = due_at + interval '1 day' where code = '%s'"
                        .formatted(code));
            } finally {
                round.rollback();
            }
        }
    }

    @Test
    void what_changes_while_a_round_reads_is_seen_by_the_next() throws Exception {
        String code = office.receivePublication();
        office.watch.catchUp();
        try (Connection clerk = DriverManager.getConnection(office.store.url());
                Statement statement = clerk.createStatement()) {
            clerk.setAutoCommit(false);
            statement.execute("update motcua.dossier set due_at = '2026-12-11 23:59:59.999999' where code = '%s'"
                    .formatted(code));
            office.watch.catchUp();
            assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(LocalDateTime.of(2026, 12, 3, 7, 0));
            clerk.commit();
        }
        office.watch.catchUp();
        assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(LocalDateTime.of(2026, 12, 10, 7, 0));
    }

    @Test
    void when_nothing_changed_a_round_neither_reads_dossiers_nor_writes() {
        office.receivePublication();
        office.watch.catchUp();
        long before = count("select count(*) from motcua.risk_span");
        assertThat(office.store.statements().of(office.watch::round))
                .noneMatch(
                        sql -> sql.contains("from motcua.dossier") || sql.contains("insert") || sql.contains("update"));
        assertThat(count("select count(*) from motcua.risk_span")).isEqualTo(before);
    }

    @Test
    void a_need_that_hardly_moved_stays_as_it_was() {
        String code = office.receivePublication();
        office.task(code, APPRAISAL, DEPARTMENT);
        LocalDateTime done = FRI_20_NOV.minusDays(10);
        String over = office.granted(PUBLICATION, DEPARTMENT, done);
        office.passes(over, APPRAISAL, DEPARTMENT, done, Collections.nCopies(30, 200));
        office.renew();
        office.passes(over, APPRAISAL, DEPARTMENT, done, Collections.nCopies(40, 210));
        office.at(FRI_20_NOV.plusDays(1));
        assertThat(office.said(code).orElseThrow().need()).isEqualTo(200);
        office.passes(over, APPRAISAL, DEPARTMENT, done, Collections.nCopies(80, 211));
        office.at(FRI_20_NOV.plusDays(2));
        assertThat(office.said(code).orElseThrow().need()).isEqualTo(211);
    }

    @Test
    void a_corrected_calendar_makes_every_forecast_anew() {
        String code = office.receivePublication();
        office.watch.catchUp();
        office.store
                .bean(CalendarChange.class)
                .put(
                        List.of(new CalendarDay(LocalDate.of(2026, 12, 3), DayKind.OFF, "Nghỉ bão")),
                        office.now(),
                        "admin");
        office.watch.catchUp();
        // due Mon 7/12 now; two working days before its evening begin on Fri 4/12
        assertThat(office.said(code).orElseThrow().riskFrom()).isEqualTo(LocalDateTime.of(2026, 12, 4, 7, 0));
        office.dossiers.resolve(code, Act.by("leader"));
        office.watch.catchUp();
        assertThat(office.said(code)).isEmpty();
    }

    private long count(String sql) {
        return office.store.jdbc().sql(sql).query(Long.class).single();
    }
}

package vn.motcua.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.exchange.CsvSource;
import vn.motcua.exchange.RowProblem;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Selection;
import vn.motcua.statistics.Figures;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.statistics.Standing;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.TestStore;

/** The metrics are the figures of the report. */
class SameNumbersTest {

    /** No dossier of the register is older, and the calendar is published since then. */
    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    @Test
    void of_the_register_of_2019_they_are_those_of_the_report_folded_or_not() {
        try (TestStore store = TestStore.withCatalogue()) {
            List<RowProblem> problems = new ArrayList<>();
            store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), problems);
            assertThat(problems).isEmpty();
            for (LocalDateTime moment : List.of(
                    LocalDateTime.of(2019, 3, 29, 15, 12),
                    LocalDateTime.of(2019, 4, 30, 23, 59, 59),
                    TestStore.FRI_20_NOV_2026)) {
                store.clock().set(moment);
                sameAsTheReport(store);
                store.bean(Figures.class).fold();
                store.clock().advance(Readings.EVERY);
                sameAsTheReport(store);
            }
            sameAsCockpit(store);
        }
    }

    @Test
    void of_running_dossiers_they_are_those_of_the_report_at_every_moment() {
        try (DeskOffice office = DeskOffice.open()) {
            TestStore store = office.store;
            List<String> codes = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                codes.add(office.fileAny("2.001885", DeskOffice.DEPARTMENT));
                office.complete(codes.get(i), "intake-check", "counter", Map.of("decision", "accept"));
            }
            office.complete(
                    codes.get(0),
                    "handle",
                    "officer",
                    Map.of("decision", "supplement", "opinion", "Chưa đủ", "reason", "Thiếu danh mục thiết bị"));
            assertThat(sameAsTheReport(store).get(AgencyLevel.PROVINCE).c11()).isPositive();
            sameAsCockpit(store);
            store.clock().advance(Duration.ofDays(30));
            assertThat(sameAsTheReport(store).get(AgencyLevel.PROVINCE).c13()).isPositive();
            assertThat(sameAsCockpit(store)).isPositive();
        }
    }

    @Test
    void in_a_year_without_a_published_calendar_they_are_told_all_the_same() {
        try (TestStore store = TestStore.withCatalogue()) {
            store.clock().set(LocalDateTime.of(2031, 5, 6, 8, 0));
            assertThat(store.bean(Readings.class).last()).isPresent();
        }
    }

    private static Map<AgencyLevel, Ii06aRow> sameAsTheReport(TestStore store) {
        LocalDateTime now = LocalDateTime.now(store.clock());
        Reading reading = store.bean(Readings.class).last().orElseThrow();
        Map<AgencyLevel, Ii06aRow> reports = reports(store, now);
        reading.dossiers().forEach((level, told) -> {
            Ii06aRow report = reports.getOrDefault(level, Ii06aRow.empty(""));
            assertThat(told.report().cells()).as("%s at %s", level, now).isEqualTo(report.cells());
            assertThat(scraped(store, "motcua_dossiers_open", level)).isEqualTo(report.c11());
            assertThat(scraped(store, "motcua_dossiers_overdue", level)).isEqualTo(report.c13());
            assertThat(scraped(store, "motcua_dossiers_waiting", level)).isEqualTo(told.waiting());
            assertThat(scraped(store, "motcua_dossiers_received", level, "channel", "online"))
                    .isEqualTo(report.c4());
            assertThat(scraped(store, "motcua_dossiers_received", level, "channel", "other"))
                    .isEqualTo(report.c5());
            assertThat(scraped(store, "motcua_dossiers_resolved", level, "timeliness", "early"))
                    .isEqualTo(report.c8());
            assertThat(scraped(store, "motcua_dossiers_resolved", level, "timeliness", "on_time"))
                    .isEqualTo(report.c9());
            assertThat(scraped(store, "motcua_dossiers_resolved", level, "timeliness", "late"))
                    .isEqualTo(report.c10());
            assertThat(told.waiting()).as("%s waiting at %s", level, now).isEqualTo(waiting(store, level));
        });
        assertThat(reading.dossiers()).containsOnlyKeys(AgencyLevel.values());
        return reports;
    }

    private static long scraped(TestStore store, String metric, AgencyLevel level, String... more) {
        Scrape scrape = new Scrape();
        store.bean(StoreMetrics.class).collect(scrape);
        Labels labels =
                Labels.of("level", level.name().toLowerCase(Locale.ROOT)).merge(Labels.of(more));
        return scrape.done().stream()
                .filter(family -> family.getMetadata().getName().equals(metric))
                .flatMap(family -> family.getDataPoints().stream())
                .filter(point -> point.getLabels().equals(labels))
                .mapToLong(SameNumbersTest::value)
                .sum();
    }

    private static long value(DataPointSnapshot point) {
        return (long)
                (point instanceof GaugeSnapshot.GaugeDataPointSnapshot gauge
                        ? gauge.getValue()
                        : ((CounterSnapshot.CounterDataPointSnapshot) point).getValue());
    }

    /** @return how many wait */
    private static long sameAsCockpit(TestStore store) {
        LocalDateTime now = LocalDateTime.now(store.clock());
        Collection<Standing.Dossiers> told =
                store.bean(Readings.class).last().orElseThrow().dossiers().values();
        long waiting = told.stream().mapToLong(Standing.Dossiers::waiting).sum();
        assertThat(store.bean(Counting.class)
                        .of(
                                Selection.of(FIRST, now.toLocalDate(), now, null),
                                List.of(Measure.OPEN, Measure.OVERDUE, Measure.WAITING, Measure.LATE)))
                .isEqualTo(Map.of(
                        Measure.OPEN,
                        told.stream().mapToLong(each -> each.report().c11()).sum(),
                        Measure.OVERDUE,
                        told.stream().mapToLong(each -> each.report().c13()).sum(),
                        Measure.WAITING,
                        waiting,
                        Measure.LATE,
                        told.stream().mapToLong(each -> each.report().c10()).sum()));
        return waiting;
    }

    private static Map<AgencyLevel, Ii06aRow> reports(TestStore store, LocalDateTime now) {
        Agencies agencies = store.bean(Agencies.class);
        Map<AgencyLevel, Ii06aRow> reports = new EnumMap<>(AgencyLevel.class);
        store.bean(Ii06aReport.class)
                .rows(new Ii06aQuery(FIRST, now.toLocalDate(), now, null, GroupBy.AGENCY))
                .forEach(row -> reports.merge(agencies.get(row.group()).level(), row, Ii06aRow::plus));
        return reports;
    }

    /** From the states of the clocks. */
    private static long waiting(TestStore store, AgencyLevel level) {
        return store.jdbc().sql("""
                        select count(*) from motcua.clock_span s
                        join motcua.dossier d on d.id = s.dossier_id
                        join motcua.agency a on a.id = d.agency_id
                        where s.waiting and s.valid_to is null and d.resolved_at is null and a.level = ?
                        """).param(level.name()).query(Long.class).single();
    }
}

package vn.motcua.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.exchange.CsvSource;
import vn.motcua.exchange.RowProblem;
import vn.motcua.statistics.Figures;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.statistics.Ii06aRow;
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
        }
    }

    @Test
    void of_running_dossiers_they_are_those_of_the_report_at_every_moment() {
        try (DeskOffice office = DeskOffice.open()) {
            TestStore store = office.store;
            String waits = office.filePublication();
            office.complete(
                    waits,
                    "intake-check",
                    "counter",
                    DeskOffice.checked("decision", "supplement", "reason", "Thiếu trang bìa"));
            for (int i = 0; i < 3; i++) {
                office.complete(
                        office.fileAny("2.001740", DeskOffice.DEPARTMENT),
                        "intake-check",
                        "counter",
                        Map.of("decision", "accept"));
            }
            assertThat(sameAsTheReport(store).get(AgencyLevel.PROVINCE).c11()).isPositive();
            store.clock().advance(Duration.ofDays(30));
            assertThat(sameAsTheReport(store).get(AgencyLevel.PROVINCE).c13()).isPositive();
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
            assertThat(told.waiting()).as("%s waiting at %s", level, now).isEqualTo(waiting(store, level));
        });
        assertThat(reading.dossiers()).containsOnlyKeys(AgencyLevel.values());
        return reports;
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

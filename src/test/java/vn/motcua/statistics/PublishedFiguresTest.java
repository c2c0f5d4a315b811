package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Licences;
import vn.motcua.dossier.Recount;
import vn.motcua.exchange.CsvSource;
import vn.motcua.exchange.RowProblem;
import vn.motcua.oracle.Shipped;
import vn.motcua.oracle.SlowRecount;
import vn.motcua.support.TestStore;

/** Lạng Sơn's raw register of 2019 gives the figures that the province published. */
class PublishedFiguresTest {

    private static TestStore store;
    private static SlowRecount slow;

    @BeforeAll
    static void importTheRegister() throws Exception {
        store = TestStore.withCatalogue();
        List<RowProblem> problems = new ArrayList<>();
        assertThat(store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), problems)
                        .imported())
                .isEqualTo(12_072);
        assertThat(problems).isEmpty();
        slow = Shipped.slowRecount();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void the_first_four_months_of_2019_come_out_as_published() {
        Ii06aRow row = report(
                        LocalDate.of(2019, 1, 1),
                        LocalDate.of(2019, 4, 30),
                        TestStore.FRI_20_NOV_2026,
                        null,
                        GroupBy.NONE)
                .get(0);
        assertThat(row.c3()).isEqualTo(10_392);
        assertThat(row.c7()).isEqualTo(7_444);
        assertThat(percent(row.c7(), row.c3())).isEqualTo("71.6");
        assertThat(percent(row.c8(), row.c3())).isEqualTo("54.2");
        assertThat(percent(row.c9(), row.c3())).isEqualTo("5.5");
        assertThat(percent(row.c10(), row.c3())).isEqualTo("11.9");
        assertThat(row.c6()).isEqualTo(412);
    }

    @Test
    void the_licences_of_the_first_half_of_2019_come_out_as_published() {
        assertThat(store.bean(Licences.class).granted(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 6, 30)))
                .containsEntry("1.003868", 40)
                .containsEntry("1.009374", 2)
                .containsEntry("2.001098", 2);
    }

    @Test
    void any_period_grouping_agency_and_moment_agrees_with_a_recount_written_separately() {
        Random random = new Random(20_190_430);
        List<String> agencies = store.jdbc()
                .sql("select code from motcua.agency order by code")
                .query(String.class)
                .list();
        for (int i = 0; i < 60; i++) {
            LocalDate from = LocalDate.of(2018, 10, 1).plusDays(random.nextInt(280));
            LocalDate to = from.plusDays(random.nextInt(200));
            LocalDateTime asOf = random.nextInt(3) == 0
                    ? TestStore.FRI_20_NOV_2026
                    : from.minusDays(20).atStartOfDay().plusMinutes(random.nextInt(300 * 24 * 60));
            String agency = random.nextBoolean() ? null : agencies.get(random.nextInt(agencies.size()));
            GroupBy groupBy = GroupBy.values()[random.nextInt(4)];
            assertThat(cells(report(from, to, asOf, agency, groupBy)))
                    .as("%s to %s as of %s, agency %s, by %s", from, to, asOf, agency, groupBy)
                    .isEqualTo(slowCells(from, to, asOf, agency, groupBy));
        }
    }

    @Test
    void what_is_carried_over_into_a_period_is_what_the_one_before_left_in_process() {
        LocalDate middle = LocalDate.of(2019, 3, 15);
        Ii06aRow before = report(
                        LocalDate.of(2019, 2, 15), middle.minusDays(1), TestStore.FRI_20_NOV_2026, null, GroupBy.NONE)
                .get(0);
        Ii06aRow after = report(middle, LocalDate.of(2019, 4, 14), TestStore.FRI_20_NOV_2026, null, GroupBy.NONE)
                .get(0);
        assertThat(after.c6()).isEqualTo(before.c11()).isPositive();
    }

    @Test
    void a_recount_finds_no_difference_and_finds_every_one_that_is_made() {
        List<Difference> differences = new ArrayList<>();
        TotalsRecount totals = store.bean(TotalsRecount.class);
        assertThat(totals.all(store.bean(Recount.class), differences::add)).isEqualTo(12_072);
        assertThat(differences).isEmpty();

        String late = store.jdbc()
                .sql("select code from motcua.dossier where timeliness = 'LATE' order by code limit 1")
                .query(String.class)
                .single();
        store.jdbc()
                .sql("update motcua.dossier set timeliness = 'EARLY' where code = ?")
                .param(late)
                .update();
        totals.all(store.bean(Recount.class), differences::add);
        store.jdbc()
                .sql("update motcua.dossier set timeliness = 'LATE' where code = ?")
                .param(late)
                .update();
        assertThat(differences)
                .extracting(Difference::what)
                .contains("timeliness")
                .anyMatch(what -> what.startsWith("II.06a"));
        assertThat(differences).extracting(Difference::dossier).contains(late);
    }

    private static List<Ii06aRow> report(
            LocalDate from, LocalDate to, LocalDateTime asOf, String agency, GroupBy groupBy) {
        return store.bean(Ii06aReport.class).rows(new Ii06aQuery(from, to, asOf, agency, groupBy));
    }

    private static TreeMap<String, List<Long>> cells(List<Ii06aRow> rows) {
        return rows.stream().collect(Collectors.toMap(Ii06aRow::group, Ii06aRow::cells, (a, b) -> a, TreeMap::new));
    }

    private static TreeMap<String, List<Long>> slowCells(
            LocalDate from, LocalDate to, LocalDateTime asOf, String agency, GroupBy groupBy) {
        TreeMap<String, List<Long>> cells = new TreeMap<>();
        slow.ii06a(from, to, asOf, agency, groupBy.name().toLowerCase()).forEach((group, columns) -> {
            List<Long> row = new ArrayList<>();
            for (int cell : columns) {
                row.add((long) cell);
            }
            cells.put(group, row);
        });
        return cells;
    }

    private static String percent(long part, long base) {
        return java.math.BigDecimal.valueOf(part * 100)
                .divide(java.math.BigDecimal.valueOf(base), 1, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }
}

package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.catalogue.Agencies;
import vn.motcua.exchange.CsvSource;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.MonthlyFigures.Kind;
import vn.motcua.statistics.MonthlyFigures.Month;
import vn.motcua.support.TestStore;

/** The months of the register of 2019, and its dossiers by service level. */
class MonthlyFiguresTest {

    private static final LocalDate JAN_1 = LocalDate.of(2019, 1, 1);
    private static final LocalDate APR_30 = LocalDate.of(2019, 4, 30);

    private static TestStore store;
    private static MonthlyFigures months;
    private static RecentReports recent;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        months = store.bean(MonthlyFigures.class);
        recent = store.bean(RecentReports.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void statutory_months_run_from_the_15th_to_the_14th_and_are_cut_to_the_period() {
        List<Month> cut = months.of(JAN_1, APR_30, Kind.STATUTORY, recent.moment());
        assertThat(cut)
                .extracting(Month::month)
                .containsExactly(
                        YearMonth.of(2019, 1),
                        YearMonth.of(2019, 2),
                        YearMonth.of(2019, 3),
                        YearMonth.of(2019, 4),
                        YearMonth.of(2019, 5));
        assertThat(cut.get(0).to()).isEqualTo(LocalDate.of(2019, 1, 14));
        assertThat(cut.get(1).from()).isEqualTo(LocalDate.of(2019, 1, 15));
        assertThat(cut.get(4).from()).isEqualTo(LocalDate.of(2019, 4, 15));
        assertThat(cut.get(4).to()).isEqualTo(APR_30);
        assertThat(months.of(JAN_1, APR_30, Kind.CALENDAR, recent.moment()))
                .extracting(Month::from)
                .containsExactly(JAN_1, LocalDate.of(2019, 2, 1), LocalDate.of(2019, 3, 1), LocalDate.of(2019, 4, 1));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_months_add_up_to_the_published_period(Kind kind) {
        Ii06aRow sum = added(months.of(JAN_1, APR_30, kind, recent.moment()), null);
        assertThat(sum.c3()).isEqualTo(10_392);
        assertThat(sum.c7()).isEqualTo(7_444);
        assertThat(sum).isEqualTo(period(JAN_1, APR_30, null));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void the_months_of_any_agency_add_up_to_any_period(Kind kind) {
        Random random = new Random(20_190_514);
        List<String> agencies = store.jdbc()
                .sql("select code from motcua.agency order by code")
                .query(String.class)
                .list();
        for (int i = 0; i < 12; i++) {
            LocalDate from = LocalDate.of(2018, 10, 1).plusDays(random.nextInt(250));
            LocalDate to = from.plusDays(random.nextInt(220));
            String agency = agencies.get(random.nextInt(agencies.size()));
            assertThat(added(months.of(from, to, kind, recent.moment()), agency))
                    .as("%s to %s of %s", from, to, agency)
                    .isEqualTo(period(from, to, agency));
        }
    }

    @Test
    void months_to_come_are_left_out_and_too_many_are_refused() {
        LocalDate oct = LocalDate.of(2026, 10, 15);
        assertThat(months.of(oct, LocalDate.of(2026, 12, 31), Kind.STATUTORY, recent.moment()))
                .extracting(Month::month)
                .containsExactly(YearMonth.of(2026, 11), YearMonth.of(2026, 12));
        assertThat(months.of(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 31), Kind.CALENDAR, recent.moment()))
                .isEmpty();
        LocalDate begin = LocalDate.of(2019, 1, 1);
        assertThat(months.of(begin, begin.plusMonths(36).minusDays(1), Kind.CALENDAR, recent.moment()))
                .hasSize(36);
        assertThatThrownBy(() -> months.of(begin, begin.plusMonths(36), Kind.CALENDAR, recent.moment()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void dossiers_by_service_level_are_those_of_the_register() {
        List<Ii06aRow> levels =
                store.bean(Ii06aReport.class).rows(new Ii06aQuery(JAN_1, APR_30, recent.moment(), null, GroupBy.LEVEL));
        assertThat(levels).extracting(Ii06aRow::group).containsExactly("2", "3", "4");
        for (Ii06aRow level : levels) {
            long online = store.jdbc()
                    .sql("""
                            select count(*) from motcua.dossier d join motcua.procedure_version v on v.id = d.version_id
                            where d.received_at >= '2019-01-01' and d.received_at < '2019-05-01' and d.channel = 2
                                and v.service_level = ?
                            """)
                    .param(Integer.parseInt(level.group()))
                    .query(Long.class)
                    .single();
            assertThat(level.c4()).as("level " + level.group()).isEqualTo(online);
        }
        Ii06aRow all = levels.stream().reduce(Ii06aRow.empty("all"), Ii06aRow::plus);
        assertThat(all).isEqualTo(period(JAN_1, APR_30, null));
        List<Ii06aRow> district = store.bean(Ii06aReport.class)
                .rows(new Ii06aQuery(JAN_1, APR_30, recent.moment(), "000.00.20.H37", GroupBy.LEVEL));
        assertThat(district.stream().reduce(Ii06aRow.empty("all"), Ii06aRow::plus))
                .isEqualTo(period(JAN_1, APR_30, "000.00.20.H37"));
    }

    @Test
    void procedures_in_force_are_counted_by_level_of_agencies_and_of_service() {
        assertThat(store.bean(ServiceLevels.class).on(JAN_1))
                .extracting(each -> each.agencyLevel().code() + each.serviceLevel() + ":" + each.procedures())
                .containsExactly("TINH3:4", "TINH4:2", "HUYEN2:1", "HUYEN3:1", "HUYEN4:1", "XA2:3", "XA3:2");
    }

    /** Received and resolved of all months, carried over into the first, in process at the end of the last. */
    private static Ii06aRow added(List<Month> months, String agency) {
        Agencies agencies = store.bean(Agencies.class);
        LocalDate last = months.get(months.size() - 1).to();
        Set<String> codes = agencies.all().stream()
                .filter(each -> agency == null
                        || agencies.tree()
                                .subtree(agencies.get(agency).id(), last)
                                .contains(each.id()))
                .map(each -> each.code())
                .collect(Collectors.toSet());
        List<Ii06aRow> rows =
                months.stream().map(month -> month.sum("all", codes)).toList();
        Ii06aRow sum = rows.stream().reduce(Ii06aRow.empty("all"), Ii06aRow::plus);
        Ii06aRow first = rows.get(0);
        Ii06aRow end = rows.get(rows.size() - 1);
        return new Ii06aRow(
                "all",
                sum.c4() + sum.c5() + first.c6(),
                sum.c4(),
                sum.c5(),
                first.c6(),
                sum.c7(),
                sum.c8(),
                sum.c9(),
                sum.c10(),
                end.c11(),
                end.c12(),
                end.c13());
    }

    private static Ii06aRow period(LocalDate from, LocalDate to, String agency) {
        return store.bean(Ii06aReport.class)
                .rows(new Ii06aQuery(from, to, recent.moment(), agency, GroupBy.NONE))
                .get(0);
    }
}

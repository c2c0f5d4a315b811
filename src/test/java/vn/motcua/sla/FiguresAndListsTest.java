package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.dossier.Timeliness;
import vn.motcua.exchange.CsvSource;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.Figures;
import vn.motcua.support.TestStore;

/** Any number about the 2019 register is the length of its list. */
class FiguresAndListsTest {

    private static final LocalDate TUE_1_JAN_2019 = LocalDate.of(2019, 1, 1);
    private static final LocalDate TUE_30_APR_2019 = LocalDate.of(2019, 4, 30);
    private static final String DEPARTMENT = "000.00.14.H37";

    private static TestStore store;
    private static Counting counting;
    private static Listing listing;

    @BeforeAll
    static void importTheRegister() throws Exception {
        store = TestStore.withCatalogue();
        store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        store.bean(Figures.class).fold();
        counting = store.bean(Counting.class);
        listing = store.bean(Listing.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void the_published_figures_come_out() {
        assertThat(counting.of(published(), Measure.STATUTORY).values())
                .containsExactly(10_392L, 1_374L, 8_606L, 412L, 7_444L, 5_632L, 572L, 1_240L, 2_948L, 808L, 2_140L);
    }

    @ParameterizedTest
    @EnumSource(Measure.class)
    void the_list_behind_a_number_is_as_long_as_the_number(Measure measure) {
        List<DossierRow> rows = rows(published(), measure);
        assertThat(rows).hasSize(number(published(), measure).intValue());
        assertThat(rows).extracting(DossierRow::code).doesNotHaveDuplicates();
    }

    @Test
    void the_list_of_late_dossiers_holds_late_ones_alone() {
        assertThat(rows(published(), Measure.LATE)).allSatisfy(row -> {
            assertThat(row.timeliness()).isEqualTo(Timeliness.LATE);
            assertThat(row.ended()).isAfter(row.due());
            assertThat(row.daysLate()).isNotNull();
        });
        assertThat(rows(published(), Measure.OVERDUE)).allSatisfy(row -> {
            assertThat(row.ended()).isNull();
            assertThat(row.due()).isBefore(TUE_30_APR_2019.atTime(23, 59));
            assertThat(row.daysLate()).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void groups_add_up_to_the_whole_and_each_has_its_list(Dimension dimension) {
        Random random = new Random(dimension.ordinal());
        List<Group> groups = counting.by(published(), List.of(dimension), Set.of(Measure.values()));
        Map<Measure, Long> sums = new EnumMap<>(Measure.class);
        groups.forEach(group -> group.counts().forEach((measure, count) -> sums.merge(measure, count, Long::sum)));
        for (Measure measure : Measure.values()) {
            assertThat(sums.getOrDefault(measure, 0L)).as(measure.name()).isEqualTo(number(published(), measure));
        }
        for (int i = 0; i < 6; i++) {
            Group group = groups.get(random.nextInt(groups.size()));
            Measure measure = Measure.values()[random.nextInt(Measure.values().length)];
            Selection its = published().with(dimension, group.keys().get(0));
            assertThat(rows(its, measure)).as("%s of %s", measure, group).hasSize((int) group.count(measure));
        }
    }

    @Test
    void figures_of_the_report_and_figures_counted_one_by_one_are_the_same() {
        Random random = new Random(1240);
        for (int i = 0; i < 30; i++) {
            LocalDate from = TUE_1_JAN_2019.plusDays(random.nextInt(150));
            LocalDateTime asOf = from.plusDays(random.nextInt(90)).atTime(random.nextInt(24), random.nextInt(60));
            Selection selection = Selection.of(
                    from, from.plusDays(random.nextInt(60)), asOf, random.nextBoolean() ? null : DEPARTMENT);
            Dimension dimension = Dimension.values()[random.nextInt(3)];
            // Two dimensions are never a statutory report, so each dossier is counted.
            Map<Measure, Long> counted = new EnumMap<>(Measure.class);
            counting.by(selection, List.of(Dimension.CHANNEL, dimension), Measure.STATUTORY)
                    .forEach(group -> group.counts().forEach((measure, n) -> counted.merge(measure, n, Long::sum)));
            Map<Measure, Long> reported = new EnumMap<>(Measure.class);
            counting.by(selection, List.of(dimension), Measure.STATUTORY)
                    .forEach(group -> group.counts().forEach((measure, n) -> reported.merge(measure, n, Long::sum)));
            Measure.STATUTORY.forEach(measure -> counted.putIfAbsent(measure, 0L));
            Measure.STATUTORY.forEach(measure -> reported.putIfAbsent(measure, 0L));
            assertThat(counted).as("%s", selection).isEqualTo(reported);
        }
    }

    @Test
    void due_today_is_what_is_due_later_that_day_and_does_not_wait() {
        int seen = 0;
        for (LocalDate day = TUE_1_JAN_2019; day.isBefore(TUE_30_APR_2019); day = day.plusDays(1)) {
            Selection atThree = Selection.of(TUE_1_JAN_2019, day, day.atTime(15, 0), null);
            List<DossierRow> today = rows(atThree, Measure.DUE_TODAY);
            assertThat(today).allSatisfy(row -> {
                assertThat(row.due()).isBetween(atThree.asOf(), atThree.to().atTime(23, 59, 59, 999_999_000));
                assertThat(row.waiting()).isFalse();
                assertThat(row.ended()).isNull();
            });
            assertThat(rows(atThree, Measure.OVERDUE))
                    .allSatisfy(row -> assertThat(row.due()).isBefore(atThree.asOf()));
            seen += today.size();
        }
        assertThat(seen).isGreaterThan(500);
    }

    @Test
    void officers_of_one_name_are_told_apart() {
        for (String username : List.of("binh.1", "binh.2", "hoa")) {
            store.jdbc().sql("""
                            insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                                must_change_password, created_at, password_set_at)
                            select :username, 'none', case when :username = 'hoa' then 'Hoa' else 'Bình' end, 'officer',
                                min(id), false, '2019-01-01', '2019-01-01' from motcua.agency
                            """).param("username", username).update();
        }
        Map<List<String>, Map<Measure, Long>> groups =
                new TreeMap<>((one, other) -> one.get(0).compareTo(other.get(0)));
        List.of("", "binh.1", "binh.2", "hoa").forEach(key -> groups.put(List.of(key), new EnumMap<>(Measure.class)));
        assertThat(store.bean(Labels.class).of(List.of(Dimension.OFFICER), groups))
                .extracting(group -> group.labels().get(0))
                .containsExactly("", "Bình (binh.1)", "Bình (binh.2)", "Hoa");
    }

    @Test
    void pages_of_a_list_go_on_where_the_one_before_ended() {
        List<String> atOnce = rows(published(), Measure.WITHIN_LIMIT).stream()
                .map(DossierRow::code)
                .toList();
        List<String> byPages = new ArrayList<>();
        String cursor = null;
        do {
            DossierPage page = listing.page(published(), Measure.WITHIN_LIMIT, cursor, 100);
            page.rows().forEach(row -> byPages.add(row.code()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(byPages).isEqualTo(atOnce);
    }

    @Test
    void what_happened_after_the_moment_is_not_seen() {
        Selection january =
                Selection.of(TUE_1_JAN_2019, LocalDate.of(2019, 1, 31), LocalDateTime.of(2019, 1, 15, 12, 0), null);
        assertThat(rows(january, Measure.RESOLVED))
                .allSatisfy(row -> assertThat(row.ended()).isBeforeOrEqualTo(january.asOf()));
        assertThat(rows(january, Measure.OPEN)).allSatisfy(row -> {
            assertThat(row.ended()).isNull();
            assertThat(row.timeliness()).isNull();
            assertThat(row.outcome()).isNull();
        });
    }

    @Test
    void a_cursor_that_no_page_gave_and_years_without_published_days_are_refused() {
        assertThatThrownBy(() -> listing.page(published(), Measure.OPEN, "anything", 10))
                .isInstanceOf(Refusal.class);
        Selection later = published().during(TUE_1_JAN_2019, LocalDate.of(2031, 1, 1));
        assertThatThrownBy(() -> counting.of(later, Set.of(Measure.WAITING))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> counting.of(
                        Selection.of(TUE_1_JAN_2019, TUE_30_APR_2019, asOf(), "nowhere"), Set.of(Measure.WAITING)))
                .isInstanceOf(Refusal.class);
    }

    private static Selection published() {
        return Selection.of(TUE_1_JAN_2019, TUE_30_APR_2019, asOf(), null);
    }

    private static LocalDateTime asOf() {
        return LocalDateTime.now(store.clock());
    }

    private static Long number(Selection selection, Measure measure) {
        return counting.of(selection, Set.of(measure)).get(measure);
    }

    private static List<DossierRow> rows(Selection selection, Measure measure) {
        List<DossierRow> rows = new ArrayList<>();
        String cursor = null;
        do {
            DossierPage page = listing.page(selection, measure, cursor, Listing.MOST);
            rows.addAll(page.rows());
            cursor = page.next();
        } while (cursor != null);
        return rows;
    }
}

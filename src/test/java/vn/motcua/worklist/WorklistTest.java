package vn.motcua.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Status;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

class WorklistTest {

    private static final LocalDateTime NOW = TestStore.FRI_20_NOV_2026;
    private static final String DEPARTMENT = "000.00.14.H37";
    private static final String PUBLICATION = "1.003868";
    private static final Set<String> EVERYBODY = Set.of("counter", "officer", "leader");

    private static TestStore store;
    private static Worklist worklist;
    private static WorkItems items;
    private static int number;

    private int here;
    private int elsewhere;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        worklist = store.bean(Worklist.class);
        items = store.bean(WorkItems.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void clear() {
        store.jdbc().sql("delete from motcua.work_item").update();
        store.clock().set(NOW);
        here = agency(DEPARTMENT);
        elsewhere = agency("000.20.22.H37");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 20, 200})
    void pages_visit_every_row_once_in_order_and_lead_back_the_same_way(int size) {
        for (int i = 0; i < 60; i++) {
            // Many due at once, some without a date, over two groups and two agencies.
            LocalDateTime due = i % 5 == 0 ? null : NOW.plusDays(i % 4 - 2);
            task(i % 3 == 0 ? elsewhere : here, i % 2 == 0 ? "counter" : "officer", due);
        }
        WorklistScope both = new WorklistScope(Set.of(here, elsewhere), EVERYBODY, null);
        List<List<WorklistRow>> pages = forward(both, WorklistTab.ALL, WorklistFilter.NONE, size);
        List<WorklistRow> rows = pages.stream().flatMap(List::stream).toList();
        assertThat(rows).hasSize(60).doesNotHaveDuplicates().isSortedAccordingTo(ORDER);

        List<List<WorklistRow>> back = new ArrayList<>();
        WorklistQuery query = new WorklistQuery(both, WorklistTab.ALL, WorklistFilter.NONE, null, size);
        WorklistPage page = worklist.page(query);
        while (page.next() != null) {
            page = worklist.page(query.at(page.next()));
        }
        back.add(0, page.rows());
        while (page.previous() != null) {
            page = worklist.page(query.at(page.previous()));
            back.add(0, page.rows());
        }
        assertThat(back).isEqualTo(pages);
    }

    @Test
    void what_opens_and_ends_between_two_pages_does_not_move_the_rest() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            all.add(task(here, "officer", NOW.plusHours(i)));
        }
        WorklistQuery query = query(WorklistTab.ALL, WorklistFilter.NONE, 10);
        WorklistPage first = worklist.page(query);
        items.close(all.get(9)); // the row that the cursor stands beside
        items.close(all.get(12));
        items.close(all.get(3));
        task(here, "officer", NOW.minusDays(1));
        String later = task(here, "officer", NOW.plusHours(11).plusMinutes(30));

        WorklistPage second = worklist.page(query.at(first.next()));
        assertThat(ids(second))
                .containsExactly(
                        all.get(10),
                        all.get(11),
                        later,
                        all.get(13),
                        all.get(14),
                        all.get(15),
                        all.get(16),
                        all.get(17),
                        all.get(18),
                        all.get(19));
    }

    @Test
    void a_way_on_or_back_that_leads_nowhere_any_more_leads_to_the_last_or_first_page() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(task(here, "officer", NOW.plusHours(i)));
        }
        WorklistQuery query = query(WorklistTab.ALL, WorklistFilter.NONE, 3);
        WorklistPage first = worklist.page(query);
        WorklistPage second = worklist.page(query.at(first.next()));
        items.close(all.get(0));
        assertThat(ids(worklist.page(query.at(second.previous())))).isEqualTo(all.subList(1, 4));
        all.subList(3, 6).forEach(items::close);
        WorklistPage last = worklist.page(query.at(first.next()));
        assertThat(ids(last)).isEqualTo(all.subList(1, 3));
        assertThat(last.next()).isNull();
        all.forEach(items::close);
        assertThat(worklist.page(query.at(first.next()))).isEqualTo(new WorklistPage(List.of(), null, null));
    }

    @Test
    void the_last_page_is_found_from_the_end() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(task(here, "officer", i == 4 ? null : NOW.plusHours(i)));
        }
        WorklistPage last =
                worklist.page(query(WorklistTab.ALL, WorklistFilter.NONE, 2).at(Worklist.LAST));
        assertThat(ids(last)).isEqualTo(all.subList(3, 5));
        assertThat(last.next()).isNotNull();
        assertThat(last.previous()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(WorklistTab.class)
    void the_count_of_a_tab_is_the_length_of_its_list(WorklistTab tab) {
        Random random = new Random(7);
        for (int i = 0; i < 80; i++) {
            String id = task(here, i % 2 == 0 ? "counter" : "leader", NOW.plusHours(random.nextInt(-60, 160)));
            if (i % 7 == 0) {
                askForPapers(id);
            }
        }
        WorklistScope scope = new WorklistScope(Set.of(here), EVERYBODY, null);
        int listed = forward(scope, tab, WorklistFilter.NONE, 9).stream()
                .mapToInt(List::size)
                .sum();
        assertThat(listed).isPositive();
        assertThat(worklist.counts(scope, WorklistFilter.NONE).of(tab)).isEqualTo(listed);
    }

    @Test
    void tabs_go_by_the_clock_and_the_working_calendar() {
        String past = task(here, "officer", NOW.minusNanos(1000));
        String today = task(here, "officer", NOW);
        String tonight = task(here, "officer", LocalDateTime.of(2026, 11, 20, 23, 59, 59, 999_999_000));
        String saturday = task(here, "officer", LocalDateTime.of(2026, 11, 21, 0, 0));
        String tuesday = task(here, "officer", LocalDateTime.of(2026, 11, 24, 23, 59, 59, 999_999_000));
        String wednesday = task(here, "officer", LocalDateTime.of(2026, 11, 25, 0, 0));
        assertThat(list(WorklistTab.OVERDUE)).containsExactly(past);
        assertThat(list(WorklistTab.TODAY)).containsExactly(today, tonight);
        assertThat(list(WorklistTab.SOON)).containsExactly(today, tonight, saturday, tuesday);
        assertThat(list(WorklistTab.WAITING)).isEmpty();
        assertThat(list(WorklistTab.ALL)).containsExactly(past, today, tonight, saturday, tuesday, wednesday);
        store.clock().set(LocalDateTime.of(2026, 11, 23, 8, 0));
        assertThat(list(WorklistTab.OVERDUE)).containsExactly(past, today, tonight, saturday);
        assertThat(list(WorklistTab.SOON)).containsExactly(tuesday, wednesday);
    }

    @Test
    void a_step_with_time_left_is_overdue_when_its_dossier_is_and_waits_when_that_waits() {
        Dossier dossier = receive("Nông Văn Bình");
        String id = open(dossier, here, "officer", null, NOW.plusYears(1));
        LocalDateTime due = store.bean(Dossiers.class).get(dossier.id()).due();
        assertThat(row(id).urgent()).isEqualTo(due);
        assertThat(row(id).dossierDue()).isEqualTo(due);
        assertThat(row(id).due()).isEqualTo(NOW.plusYears(1));

        store.clock().set(due.plusDays(1));
        assertThat(list(WorklistTab.OVERDUE)).containsExactly(id);
        store.clock().set(NOW.plusDays(3));
        store.bean(Dossiers.class).askSupplement(dossier.code(), Act.by("x").because("Thiếu giấy tờ"));
        assertThat(list(WorklistTab.WAITING)).containsExactly(id);
        assertThat(row(id).waitingSince()).isEqualTo(NOW.plusDays(3));
        assertThat(row(id).status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(row(id).urgent()).isEqualTo(NOW.plusYears(1));

        store.clock().set(NOW.plusDays(4));
        store.bean(Dossiers.class).supplementReceived(dossier.code(), Act.by("x"));
        assertThat(list(WorklistTab.WAITING)).isEmpty();
        assertThat(row(id).urgent()).isAfter(due).isBefore(NOW.plusYears(1));
    }

    @Test
    void a_result_that_nobody_has_fetched_is_not_overdue_with_its_dossier() {
        Dossier dossier = receive("Nông Văn Bình");
        String id = open(dossier, here, "counter", null, NOW.plusYears(1));
        store.bean(Dossiers.class).resolve(dossier.code(), Act.by("x"));
        store.clock().set(NOW.plusMonths(6));
        assertThat(list(WorklistTab.OVERDUE)).isEmpty();
        assertThat(row(id).urgent()).isEqualTo(NOW.plusYears(1));
    }

    @Test
    void a_payment_that_does_not_stop_the_clock_does_not_stop_the_deadline() {
        Dossier dossier = receive("Nông Văn Bình");
        String id = open(dossier, here, "counter", null, null);
        store.bean(Dossiers.class).askPayment(dossier.code(), Act.by("x"));
        assertThat(list(WorklistTab.WAITING)).isEmpty();
        assertThat(row(id).status()).isEqualTo(Status.WAITING_PAYMENT);
        assertThat(row(id).urgent()).isEqualTo(dossier.due());
    }

    @Test
    void a_filing_that_waits_for_papers_before_acceptance_waits() {
        Dossier dossier = file("Vi Thị Hà");
        store.bean(Dossiers.class).askSupplement(dossier.code(), Act.by("x").because("Thiếu giấy tờ"));
        String id = open(dossier, here, "counter", null, NOW.plusDays(30));
        assertThat(list(WorklistTab.WAITING)).containsExactly(id);
        assertThat(row(id).waiting()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đặng Thị Ước",
                "dang thi uoc",
                "ĐẶNG",
                "  uoc   dang ",
                "Dang Thi Ước",
                "Đặng Thị Ước" // decomposed
            })
    void names_are_found_with_and_without_diacritics_in_either_case(String search) {
        String wanted = task(here, "Đặng Thị Ước");
        task(here, "Đàm Thị Út");
        assertThat(found(search)).containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"%", "_", "\\", "'", "\"", "100%", "a_b", "'; drop table motcua.work_item; --", "😀", ":x", "?"})
    void no_character_means_anything_but_itself(String text) {
        task(here, "Người nộp");
        String wanted = task(here, "Công ty " + text + " Lạng Sơn");
        assertThat(found(text)).containsExactly(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\t"})
    void blank_text_searches_for_nothing(String blank) {
        String one = task(here, "Người nộp");
        assertThat(found(blank)).containsExactly(one);
        assertThat(found("\0")).containsExactly(one);
    }

    @Test
    void codes_are_found_whole_in_part_and_in_lower_case() {
        Dossier dossier = receive("Nông Văn Bình");
        String id = open(dossier, here, "officer", null, NOW);
        task(here, "Người khác");
        assertThat(found(dossier.code())).containsExactly(id);
        assertThat(found(dossier.code().toLowerCase(java.util.Locale.ROOT))).containsExactly(id);
        String number = dossier.code().substring(dossier.code().lastIndexOf('-') - 2);
        assertThat(found(number)).containsExactly(id);
        assertThat(found(dossier.code() + "9")).isEmpty();
    }

    @Test
    void a_name_of_any_length_can_be_listed_and_is_found_by_its_beginning() {
        String id = task(here, "Liên hiệp " + "Ướ😀ß".repeat(3000));
        assertThat(found("lien hiep")).containsExactly(id);
    }

    @Test
    void phone_numbers_are_found() {
        Dossier dossier = receive("Nông Văn Bình");
        store.jdbc()
                .sql("insert into motcua.dossier_fields values (?, '{\"phone\": \"0912345678\"}')")
                .param(dossier.id())
                .update();
        String id = open(dossier, here, "officer", null, NOW);
        task(here, "Người khác");
        assertThat(found("0912345678")).containsExactly(id);
    }

    @Test
    void nothing_of_another_agency_or_group_is_ever_shown_or_counted() {
        Dossier other = receive("Nông Văn Bình");
        open(other, elsewhere, "officer", "officer-1", NOW);
        open(receive("Nông Văn Bình"), here, "leader", "officer-1", NOW);
        for (String person : new String[] {null, "officer-1"}) {
            WorklistScope mine = new WorklistScope(Set.of(here), Set.of("officer"), person);
            for (WorklistFilter filter : List.of(
                    WorklistFilter.NONE,
                    WorklistFilter.search("nong"),
                    WorklistFilter.search(other.code()),
                    new WorklistFilter(null, null, elsewhere, null, null))) {
                WorklistQuery query = new WorklistQuery(mine, WorklistTab.ALL, filter, null, 10);
                assertThat(worklist.page(query).rows()).isEmpty();
                assertThat(worklist.page(query.at(Worklist.LAST)).rows()).isEmpty();
                assertThat(worklist.counts(mine, filter).of(WorklistTab.ALL)).isZero();
            }
        }
        WorklistScope nobody = new WorklistScope(Set.of(), Set.of(), null);
        assertThat(worklist.counts(nobody, WorklistFilter.NONE).of(WorklistTab.ALL))
                .isZero();
    }

    @Test
    void a_row_tells_all_that_the_list_shows() {
        Dossier dossier = receive("Nông Văn Bình");
        String id = open(dossier, here, "officer", "motcua-officer", NOW.plusDays(1));
        WorklistRow row = row(id);
        assertThat(row.dossierCode()).isEqualTo(dossier.code());
        assertThat(row.applicant()).isEqualTo("Nông Văn Bình");
        assertThat(row.procedureCode()).isEqualTo(PUBLICATION);
        assertThat(row.procedureName()).isEqualTo("Cấp giấy phép xuất bản tài liệu không kinh doanh");
        assertThat(row.step()).isEqualTo("Thẩm định");
        assertThat(row.assignee()).isEqualTo("motcua-officer");
        assertThat(row.assigneeName()).isNull();
        assertThat(row.agencyName()).isEqualTo("Sở Thông tin và Truyền thông");
        assertThat(row.channel()).isEqualTo(Channel.IN_PERSON);
        assertThat(row.received()).isEqualTo(dossier.received());
        assertThat(row.waiting()).isFalse();
        items.setDue(id, NOW.minusDays(1));
        assertThat(row(id).urgent()).isEqualTo(NOW.minusDays(1));
    }

    @Test
    void filters_leave_what_they_name() {
        String one = task(here, "A");
        Dossier online = file("B");
        String other = open(online, here, "counter", null, NOW);
        assertThat(listed(new WorklistFilter(PUBLICATION, null, null, null, null)))
                .containsOnly(one, other);
        assertThat(listed(new WorklistFilter("1.009374", null, null, null, null)))
                .isEmpty();
        assertThat(listed(new WorklistFilter(null, null, null, Channel.ONLINE, null)))
                .containsExactly(other);
        assertThat(listed(new WorklistFilter(null, "Thẩm định", here, null, null)))
                .containsOnly(one, other);
        assertThat(listed(new WorklistFilter(null, "Phê duyệt", null, null, null)))
                .isEmpty();
        assertThat(listed(new WorklistFilter("\0", "\0", null, null, null))).isEmpty();
    }

    @Test
    void a_page_and_the_counts_are_one_statement_each() {
        for (int i = 0; i < 30; i++) {
            task(here, "Người nộp");
        }
        WorklistQuery query = query(WorklistTab.SOON, WorklistFilter.search("nguoi"), 10);
        String next = worklist.page(query).next();
        assertThat(store.statements().of(() -> worklist.page(query.at(next)))).hasSize(1);
        assertThat(store.statements().of(() -> worklist.counts(query.scope(), query.filter())))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%%%", "AAAA", "2026-11-20", "Zi9y", "é", "\0"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        WorklistQuery query = query(WorklistTab.ALL, WorklistFilter.NONE, 10).at(cursor);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> worklist.page(query))
                .withMessageContaining("hãy mở lại danh sách");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fr2026-13-20T09:00/a",
                "fr2026-11-20T99:00/a",
                "fr2026-11-20T09:00/",
                "fr2026-11-20T09:00/\0",
                "xr-/a"
            })
    void a_cursor_made_up_is_refused(String place) {
        String cursor = Base64.getUrlEncoder().encodeToString(place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        a_cursor_that_no_page_gave_is_refused(cursor);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201})
    void pages_have_a_reasonable_size(int size) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> query(WorklistTab.ALL, WorklistFilter.NONE, size));
    }

    @Test
    void a_cursor_is_safe_in_a_url() {
        for (int i = 0; i < 40; i++) {
            task(here, "officer", i % 2 == 0 ? null : NOW.plusDays(i));
        }
        Set<String> cursors = new HashSet<>();
        WorklistQuery query = query(WorklistTab.ALL, WorklistFilter.NONE, 3);
        for (WorklistPage page = worklist.page(query);
                page.next() != null;
                page = worklist.page(query.at(page.next()))) {
            cursors.add(page.next());
        }
        assertThat(cursors).hasSizeGreaterThan(10).allMatch(cursor -> cursor.matches("[A-Za-z0-9_-]+"));
    }

    @Test
    void counts_end_at_a_cap_that_is_told() {
        WorklistCounts counts = new WorklistCounts(
                java.util.Map.of(WorklistTab.ALL, 10_001, WorklistTab.SOON, 10_000, WorklistTab.TODAY, 37));
        assertThat(counts.vietnamese(WorklistTab.ALL)).isEqualTo("10.000+");
        assertThat(counts.vietnamese(WorklistTab.SOON)).isEqualTo("10.000");
        assertThat(counts.vietnamese(WorklistTab.TODAY)).isEqualTo("37");
        assertThat(counts.vietnamese(WorklistTab.OVERDUE)).isEqualTo("0");
    }

    private static final Comparator<WorklistRow> ORDER = Comparator.comparing(WorklistRow::waiting)
            .thenComparing(WorklistRow::urgent, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(WorklistRow::taskId);

    private List<List<WorklistRow>> forward(WorklistScope scope, WorklistTab tab, WorklistFilter filter, int size) {
        List<List<WorklistRow>> pages = new ArrayList<>();
        WorklistQuery query = new WorklistQuery(scope, tab, filter, null, size);
        WorklistPage page = worklist.page(query);
        pages.add(page.rows());
        while (page.next() != null) {
            page = worklist.page(query.at(page.next()));
            pages.add(page.rows());
        }
        return pages;
    }

    private WorklistQuery query(WorklistTab tab, WorklistFilter filter, int size) {
        return new WorklistQuery(new WorklistScope(Set.of(here), EVERYBODY, null), tab, filter, null, size);
    }

    private List<String> list(WorklistTab tab) {
        return ids(worklist.page(query(tab, WorklistFilter.NONE, 100)));
    }

    private List<String> listed(WorklistFilter filter) {
        return ids(worklist.page(query(WorklistTab.ALL, filter, 100)));
    }

    private List<String> found(String search) {
        return listed(WorklistFilter.search(search));
    }

    private WorklistRow row(String id) {
        return worklist.page(query(WorklistTab.ALL, WorklistFilter.NONE, 100)).rows().stream()
                .filter(row -> row.taskId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ids(WorklistPage page) {
        return page.rows().stream().map(WorklistRow::taskId).toList();
    }

    private static int agency(String code) {
        return store.bean(Agencies.class).get(code).id();
    }

    private static Dossier receive(String applicant) {
        return store.bean(Dossiers.class).receive(filing(applicant, Channel.IN_PERSON), Act.by("x"));
    }

    private static Dossier file(String applicant) {
        return store.bean(Dossiers.class).file(filing(applicant, Channel.ONLINE), Act.by("x"));
    }

    private static Filing filing(String applicant, Channel channel) {
        return new Filing(PUBLICATION, DEPARTMENT, channel, new Applicant(Applicant.Kind.PERSON, applicant));
    }

    private static String task(int agency, String applicant) {
        return open(receive(applicant), agency, "officer", null, NOW);
    }

    private static String task(int agency, String group, LocalDateTime due) {
        return open(file("Người nộp"), agency, group, null, due);
    }

    private static String open(Dossier dossier, int agency, String group, String assignee, LocalDateTime due) {
        String id = "%08x-0000".formatted((++number * 2654435761L) & 0xffffffffL);
        items.open(new WorkItem(id, dossier.id(), "appraisal", "Thẩm định", group, agency, assignee, NOW, null, due));
        return id;
    }

    private static void askForPapers(String taskId) {
        long dossier = items.find(taskId).orElseThrow().dossierId();
        store.bean(Dossiers.class)
                .askSupplement(
                        store.bean(Dossiers.class).get(dossier).code(),
                        Act.by("x").because("Thiếu giấy tờ"));
    }
}

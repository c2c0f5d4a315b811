package vn.motcua.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.Deadline;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.CalendarChange;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Filing;
import vn.motcua.dossier.Recount;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.Ii06aReport;
import vn.motcua.support.TestStore;

class CalendarImportTest {

    private static final LocalDateTime MON_21_DEC_2026_09H = LocalDateTime.of(2026, 12, 21, 9, 0);

    private TestStore store;
    private Dossiers dossiers;

    @BeforeEach
    void open() {
        store = TestStore.withCatalogue();
        dossiers = store.bean(Dossiers.class);
        store.clock().set(MON_21_DEC_2026_09H);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void a_due_date_in_a_year_not_published_is_provisional_until_the_year_is_imported() {
        Dossier open = receive();
        Dossier resolved = receive();
        store.clock().set(LocalDateTime.of(2027, 1, 5, 9, 0));
        resolved = dossiers.resolve(resolved.code(), Act.by("clerk"));
        assertThat(open.due()).isEqualTo(LocalDate.of(2027, 1, 5).atTime(Deadline.END_OF_DAY));
        assertThat(open.dueProvisional()).isTrue();

        CalendarChange.Result result =
                importCalendar("2027-01-01,OFF,Tết Dương lịch", "2027-01-04,OFF,Hoán đổi", "2027-01-09,WORK,Làm bù");
        assertThat(result.decidedAnew()).isEqualTo(2);
        assertThat(result.thinYears()).containsEntry(2027, 2);
        Dossier decided = dossiers.get(open.code());
        assertThat(decided.due()).isEqualTo(LocalDate.of(2027, 1, 6).atTime(Deadline.END_OF_DAY));
        assertThat(decided.dueProvisional()).isFalse();
        ClockEvent last = dossiers.ledger(decided).events().get(1);
        assertThat(last.kind()).isEqualTo(EventKind.RECALCULATED);
        assertThat(dossiers.get(resolved.code()).due()).isEqualTo(decided.due());
        assertThat(store.jdbc().sql("""
                                select due_before::date || ' ' || due_before_provisional || ' > '
                                       || due_after::date || ' ' || due_after_provisional
                                from motcua.clock_event where kind = 'RECALCULATED' and dossier_id = ?
                                """).param(decided.id()).query(String.class).single())
                .isEqualTo("2027-01-05 true > 2027-01-06 false");
        assertRecountFindsNothing();
    }

    @Test
    void the_report_refuses_a_period_that_touches_a_year_not_published() {
        Ii06aReport report = store.bean(Ii06aReport.class);
        Ii06aQuery query = new Ii06aQuery(
                LocalDate.of(2026, 12, 15), LocalDate.of(2027, 1, 14), MON_21_DEC_2026_09H, null, GroupBy.NONE);
        assertThatThrownBy(() -> report.rows(query)).isInstanceOf(Refusal.class).hasMessageContaining("2027");
        importCalendar("2027-01-01,OFF,Tết Dương lịch");
        assertThat(report.rows(query)).hasSize(1);
    }

    @Test
    void a_correction_of_a_published_year_decides_open_dossiers_anew_and_leaves_the_past_as_it_was_judged() {
        store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
        Dossier open = receive();
        Dossier resolved = receive();
        store.clock().set(LocalDateTime.of(2026, 11, 16, 9, 0));
        resolved = dossiers.resolve(resolved.code(), Act.by("clerk"));
        assertThat(open.due()).isEqualTo(LocalDate.of(2026, 11, 16).atTime(Deadline.END_OF_DAY));

        LocalDateTime before = LocalDateTime.of(2026, 11, 16, 9, 30);
        store.clock().set(LocalDateTime.of(2026, 11, 16, 10, 0));
        assertThat(importCalendar("2026-11-13,OFF,Nghỉ đột xuất").decidedAnew()).isEqualTo(1);
        Dossier decided = dossiers.get(open.code());
        assertThat(decided.due()).isEqualTo(LocalDate.of(2026, 11, 17).atTime(Deadline.END_OF_DAY));
        assertThat(dossiers.ledger(decided).asOf(before).orElseThrow().due().day())
                .isEqualTo(LocalDate.of(2026, 11, 16));
        assertThat(dossiers.get(resolved.code())).isEqualTo(resolved);
        assertRecountFindsNothing();

        store.clock().set(LocalDateTime.of(2026, 11, 16, 11, 0));
        assertThat(importCalendar("2026-11-13,NONE,Làm việc bình thường").decidedAnew())
                .isEqualTo(1);
        assertThat(dossiers.get(open.code()).due()).isEqualTo(open.due());
        assertRecountFindsNothing();
    }

    @Test
    void a_correction_of_the_past_leaves_an_imported_register_as_it_was_judged() {
        store.importRegister(CsvSource.shipped("/demo/register-langson-2019.csv"), new ArrayList<>());
        Ii06aQuery query = new Ii06aQuery(
                LocalDate.of(2019, 1, 1), LocalDate.of(2019, 4, 30), MON_21_DEC_2026_09H, null, GroupBy.SECTOR);
        var before = store.bean(Ii06aReport.class).rows(query);
        store.clock().advance(java.time.Duration.ofHours(1));
        assertThat(importCalendar("2019-03-04,OFF,Nghỉ", "2019-03-05,OFF,Nghỉ").decidedAnew())
                .isPositive();
        assertThat(store.bean(Ii06aReport.class).rows(query)).isEqualTo(before);
        assertRecountFindsNothing();
    }

    @Test
    void an_acceptance_deadline_in_a_year_not_published_is_provisional_and_decided_anew_even_once_answered() {
        store.clock().set(LocalDateTime.of(2026, 12, 31, 16, 0));
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Nam");
        Filing filing = new Filing("1.003868", "000.00.14.H37", Channel.ONLINE, applicant);
        Dossier filed = dossiers.file(filing, Act.by("applicant"));
        assertThat(filed.acceptanceDue()).isEqualTo(LocalDateTime.of(2027, 1, 4, 16, 0));
        assertThat(filed.acceptanceProvisional()).isTrue();
        dossiers.notAccept(filed.code(), Act.by("clerk").because("sai thủ tục"));

        store.clock().set(LocalDateTime.of(2027, 1, 2, 9, 0));
        assertThat(importCalendar("2027-01-01,OFF,Tết Dương lịch", "2027-01-02,WORK,Làm bù")
                        .decidedAnew())
                .isEqualTo(1);
        Dossier decided = dossiers.get(filed.code());
        assertThat(decided.acceptanceDue()).isEqualTo(LocalDateTime.of(2027, 1, 2, 16, 0));
        assertThat(decided.acceptanceProvisional()).isFalse();
        assertThat(decided.status()).isEqualTo(vn.motcua.dossier.Status.NOT_ACCEPTED);
        assertRecountFindsNothing();
    }

    @Test
    void an_ordinary_day_alone_publishes_no_year() {
        importCalendar("2027-03-01,NONE,Ngày thường");
        assertThat(store.bean(vn.motcua.catalogue.Calendars.class).publishedYears())
                .doesNotContain(2027);
        assertThat(receive().dueProvisional()).isTrue();
    }

    @Test
    void the_same_days_again_change_nothing() {
        importCalendar("2027-01-01,OFF,Tết Dương lịch");
        CalendarChange.Result again = importCalendar("2027-01-01,OFF,Tết Dương lịch");
        assertThat(again.days()).containsOnlyKeys(vn.motcua.catalogue.Change.UNCHANGED);
    }

    @Test
    void a_list_with_a_bad_row_changes_nothing() {
        assertThatThrownBy(() -> importCalendar("2027-01-01,OFF,Tết Dương lịch", "2027-02-30,OFF,x"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("1 dòng sai");
        assertThatThrownBy(() -> importCalendar("2027-01-01,OFF,a", "2027-01-01,WORK,b"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> importCalendar("2109-01-01,OFF,a")).isInstanceOf(Refusal.class);
        assertThat(store.bean(vn.motcua.catalogue.Calendars.class).publishedYears())
                .doesNotContain(2027, 2109);
    }

    private CalendarChange.Result importCalendar(String... rows) {
        byte[] bytes = ("date,kind,name\n" + String.join("\n", rows)).getBytes(StandardCharsets.UTF_8);
        CsvSource file = new CsvSource("calendar.csv", () -> new ByteArrayInputStream(bytes));
        return store.bean(CalendarImport.class).run(file, problem -> {});
    }

    private Dossier receive() {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Nam");
        return dossiers.receive(new Filing("1.003868", "000.00.14.H37", Channel.IN_PERSON, applicant), Act.by("clerk"));
    }

    private void assertRecountFindsNothing() {
        List<Difference> differences = new ArrayList<>();
        store.bean(Recount.class).all(differences::add, (dossier, ledger) -> {});
        assertThat(differences).isEmpty();
    }
}

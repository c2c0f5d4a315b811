package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

class DossiersTest {

    private static final LocalDateTime MON_28_JAN_2019_09H = LocalDateTime.of(2019, 1, 28, 9, 0);
    private static final LocalDate MON_18_FEB_2019 = LocalDate.of(2019, 2, 18);
    private static final Act CLERK = Act.by("clerk");

    private static TestStore store;
    private static Dossiers dossiers;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        dossiers = store.bean(Dossiers.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @BeforeEach
    void itIsMonday28January2019() {
        store.clock().set(MON_28_JAN_2019_09H);
    }

    @Test
    void a_dossier_received_at_the_counter_has_its_code_and_its_due_date() {
        Dossier dossier = receive("1.003868");
        assertThat(dossier.code()).matches("000\\.00\\.14\\.H37-190128-\\d{4}");
        assertThat(dossier.status()).isEqualTo(Status.RECEIVED);
        assertThat(dossier.due()).isEqualTo(MON_18_FEB_2019.atTime(Deadline.END_OF_DAY));
    }

    @Test
    void an_online_filing_runs_no_clock_but_must_be_accepted_within_eight_working_hours() {
        store.clock().set(LocalDateTime.of(2019, 2, 1, 16, 0));
        Dossier filed = dossiers.file(filing("1.003868", Channel.ONLINE), CLERK);
        assertThat(filed.due()).isNull();
        assertThat(filed.acceptanceDue()).isEqualTo(LocalDateTime.of(2019, 2, 11, 16, 0));

        store.clock().set(LocalDateTime.of(2019, 2, 11, 10, 0));
        Dossier accepted = dossiers.accept(filed.code(), CLERK);
        assertThat(accepted.received()).isEqualTo(LocalDateTime.of(2019, 2, 11, 10, 0));
        assertThat(accepted.due()).isEqualTo(LocalDate.of(2019, 2, 25).atTime(Deadline.END_OF_DAY));
    }

    @Test
    void the_version_in_force_at_the_receipt_governs_a_dossier_to_its_end() {
        Procedures procedures = store.bean(Procedures.class);
        ProcedureDefinition now = procedures
                .getInForce("2.001740", MON_28_JAN_2019_09H.toLocalDate())
                .definition();
        Dossier before = receive("2.001740");
        procedures.put(withLimit(now, 20, LocalDate.of(2019, 1, 29)));
        Dossier filedBefore = dossiers.file(filing("2.001740", Channel.ONLINE), CLERK);
        store.clock().set(LocalDateTime.of(2019, 1, 29, 9, 0));

        assertThat(dossiers.beginProcessing(before.code(), CLERK).due())
                .isEqualTo(LocalDate.of(2019, 1, 31).atTime(Deadline.END_OF_DAY));
        assertThat(dossiers.accept(filedBefore.code(), CLERK).due())
                .isEqualTo(LocalDate.of(2019, 3, 5).atTime(Deadline.END_OF_DAY));
    }

    @Test
    void waiting_for_papers_restarts_the_full_limit_when_they_have_come() {
        String code = receive("1.003868").code();
        store.clock().advance(Duration.ofDays(1));
        Dossier waiting = dossiers.askSupplement(code, CLERK.because("thiếu bản thảo đóng dấu"));
        assertThat(waiting.status()).isEqualTo(Status.WAITING_SUPPLEMENT);
        assertThat(waiting.waitingSince()).isEqualTo(MON_28_JAN_2019_09H.plusDays(1));

        store.clock().set(LocalDateTime.of(2019, 2, 12, 8, 0));
        Dossier resumed = dossiers.supplementReceived(code, CLERK);
        assertThat(resumed.due()).isEqualTo(LocalDate.of(2019, 2, 26).atTime(Deadline.END_OF_DAY));
        assertThat(resumed.waitingSince()).isNull();
    }

    @Test
    void papers_are_asked_for_once_unless_the_version_allows_more() {
        String code = receive("1.003868").code();
        dossiers.askSupplement(code, CLERK.because("thiếu bản thảo"));
        dossiers.supplementReceived(code, CLERK);
        assertThatThrownBy(() -> dossiers.askSupplement(code, CLERK.because("thiếu tờ khai")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("chỉ cho phép 1 lần")
                .hasMessageContaining("Điều 15");
    }

    @Test
    void a_request_for_papers_needs_its_reason() {
        String code = receive("1.003868").code();
        assertThatThrownBy(() -> dossiers.askSupplement(code, CLERK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lý do");
        assertThat(dossiers.get(code).status()).isEqualTo(Status.RECEIVED);
    }

    @Test
    void an_extension_needs_basis_and_approver_and_adds_to_the_limit() {
        String code = receive("1.003868").code();
        assertThatThrownBy(() -> dossiers.extend(code, 5, " ", "Giám đốc", CLERK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("căn cứ");
        Dossier extended = dossiers.extend(code, 5, "Luật Khiếu nại, Điều 28", "Giám đốc", CLERK);
        assertThat(extended.due()).isEqualTo(LocalDate.of(2019, 2, 25).atTime(Deadline.END_OF_DAY));
    }

    @Test
    void nothing_is_extended_after_its_due_date() {
        String code = receive("1.003868").code();
        store.clock().set(LocalDateTime.of(2019, 2, 19, 8, 0));
        assertThatThrownBy(() -> dossiers.extend(code, 5, "căn cứ", "Giám đốc", CLERK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã qua");
    }

    @Test
    void a_re_appointment_is_made_a_day_before_expiry_once_and_excuses_nothing() {
        String code = receive("1.003868").code();
        LocalDate fri22Feb2019 = LocalDate.of(2019, 2, 22);
        Act sorry = CLERK.because("đang chờ ý kiến chuyên ngành");
        store.clock().set(LocalDateTime.of(2019, 2, 18, 8, 0));
        assertThatThrownBy(() -> dossiers.reappoint(code, fri22Feb2019, sorry))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ít nhất một ngày");

        dossiers.reappoint(code, fri22Feb2019, sorry.at(LocalDateTime.of(2019, 2, 15, 8, 0)));
        assertThatThrownBy(() -> dossiers.reappoint(code, LocalDate.of(2019, 2, 25), sorry))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("một lần");

        store.clock().set(LocalDateTime.of(2019, 2, 21, 8, 0));
        assertThat(dossiers.resolve(code, CLERK).timeliness()).isEqualTo(Timeliness.LATE);
    }

    @Test
    void the_clock_stops_when_the_result_is_at_the_desk_not_when_it_is_collected() {
        String code = receive("1.003868").code();
        store.clock().set(LocalDateTime.of(2019, 2, 18, 16, 59));
        assertThat(dossiers.resolve(code, CLERK).timeliness()).isEqualTo(Timeliness.ON_TIME);
        store.clock().set(LocalDateTime.of(2019, 3, 18, 9, 0));
        Dossier returned = dossiers.handOver(code, CLERK);
        assertThat(returned.timeliness()).isEqualTo(Timeliness.ON_TIME);
        assertThat(returned.status()).isEqualTo(Status.RETURNED);
    }

    @Test
    void what_cannot_follow_is_refused_and_tells_who_did_what_before() {
        String code = receive("1.003868").code();
        dossiers.resolve(code, Act.by("Nguyễn Văn A"));
        assertThatThrownBy(() -> dossiers.refuse(code, CLERK.because("không đủ điều kiện")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("đã xử lý xong")
                .hasMessageContaining("Nguyễn Văn A");
        assertThatThrownBy(() -> dossiers.accept(code, CLERK)).isInstanceOf(Refusal.class);
        assertThat(dossiers.ledger(dossiers.get(code)).events()).hasSize(2);
    }

    @Test
    void a_withdrawal_that_is_declined_leaves_the_dossier_where_it_was() {
        String code = receive("1.003868").code();
        dossiers.beginProcessing(code, CLERK);
        dossiers.askWithdrawal(code, CLERK);
        assertThat(dossiers.declineWithdrawal(code, CLERK.because("đã có quyết định"))
                        .status())
                .isEqualTo(Status.IN_PROCESS);
        dossiers.askWithdrawal(code, CLERK);
        store.clock().set(LocalDateTime.of(2019, 6, 3, 8, 0));
        Dossier withdrawn = dossiers.withdraw(code, CLERK);
        assertThat(withdrawn.status()).isEqualTo(Status.STOPPED);
        assertThat(withdrawn.timeliness()).isEqualTo(Timeliness.ON_TIME);
    }

    @Test
    void a_retry_with_the_same_key_changes_nothing() {
        Act once = CLERK.withKey("quay-1/2019-01-28/17");
        Dossier first = dossiers.receive(filing("1.003868", Channel.IN_PERSON), once);
        assertThat(dossiers.receive(filing("1.003868", Channel.IN_PERSON), once))
                .isEqualTo(first);

        Act resolving = CLERK.withKey("tra-ket-qua");
        Dossier resolved = dossiers.resolve(first.code(), resolving);
        store.clock().advance(Duration.ofDays(30));
        assertThat(dossiers.resolve(first.code(), resolving)).isEqualTo(resolved);
        assertThat(dossiers.ledger(first).events()).hasSize(2);
        assertThatThrownBy(() -> dossiers.handOver(first.code(), resolving))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("khoá mới");
    }

    @Test
    void nothing_happens_in_the_future_or_before_the_last_event() {
        String code = receive("1.003868").code();
        assertThatThrownBy(() -> dossiers.resolve(code, CLERK.at(MON_28_JAN_2019_09H.plusSeconds(1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tương lai");
        assertThatThrownBy(() -> dossiers.resolve(code, CLERK.at(MON_28_JAN_2019_09H.minusSeconds(1))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("trước việc gần nhất");
    }

    @Test
    void an_event_entered_late_counts_from_when_it_happened() {
        String code = receive("1.003868").code();
        store.clock().set(LocalDateTime.of(2019, 2, 25, 9, 0));
        Dossier resolved = dossiers.resolve(code, CLERK.at(LocalDateTime.of(2019, 2, 15, 9, 0)));
        assertThat(resolved.timeliness()).isEqualTo(Timeliness.EARLY);
        ClockEvent event = dossiers.ledger(resolved).events().get(1);
        assertThat(event.recordedAt()).isEqualTo(LocalDateTime.of(2019, 2, 25, 9, 0));
    }

    @Test
    void the_ledger_keeps_the_due_date_before_and_after_each_change() {
        String code = receive("1.003868").code();
        dossiers.extend(code, 5, "căn cứ", "Giám đốc", CLERK);
        List<String> rows =
                store.jdbc().sql("""
                        select due_before || ' > ' || due_after from motcua.clock_event e
                        join motcua.dossier d on d.id = e.dossier_id where d.code = ? and kind = 'EXTENDED'
                        """).param(code).query(String.class).list();
        assertThat(rows).containsExactly("2019-02-18 23:59:59.999999 > 2019-02-25 23:59:59.999999");
    }

    @Test
    void the_ledger_refuses_to_be_changed() {
        receive("1.003868");
        for (String sql : List.of(
                "update motcua.clock_event set reason = 'x'",
                "delete from motcua.clock_event",
                "truncate motcua.clock_event")) {
            assertThatThrownBy(() -> store.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void a_closed_agency_and_an_unknown_procedure_are_refused() {
        store.jdbc()
                .sql("update motcua.agency set closed_from = '2019-01-01' where code = '000.39.30.H37'")
                .update();
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Nguyễn Thị Hà");
        Filing closed = new Filing("1.001193", "000.39.30.H37", Channel.POST, applicant);
        assertThatThrownBy(() -> dossiers.receive(closed, CLERK))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("kết thúc hoạt động");
        assertThatThrownBy(() -> receive("9.999999"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("9.999999");
    }

    @Test
    void a_licence_is_issued_once_per_dossier_and_its_number_once_per_kind() {
        Licences licences = store.bean(Licences.class);
        Dossier dossier = receive("1.003868");
        Licence licence = new Licence("Giấy phép thử", "12/GP", "Nhà xuất bản", MON_18_FEB_2019, null);
        licences.issue(dossier, licence);
        licences.issue(dossier, licence);
        assertThat(licences.granted(MON_18_FEB_2019, MON_18_FEB_2019)).containsEntry("1.003868", 1);
        Dossier other = receive("1.003868");
        assertThatThrownBy(() -> licences.issue(other, licence))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("12/GP");
    }

    private static Dossier receive(String procedure) {
        return dossiers.receive(filing(procedure, Channel.IN_PERSON), CLERK);
    }

    private static Filing filing(String procedure, Channel channel) {
        Applicant applicant = new Applicant(Applicant.Kind.ORGANISATION, "Nhà xuất bản Xứ Lạng");
        return new Filing(procedure, "000.00.14.H37", channel, applicant);
    }

    private static ProcedureDefinition withLimit(ProcedureDefinition d, int days, LocalDate from) {
        return new ProcedureDefinition(
                d.code(),
                from,
                d.name(),
                d.sector(),
                new TimeLimit(days, d.limit().unit()),
                d.clockPolicy(),
                d.paymentStopsClock(),
                d.supplementRequests(),
                d.acceptanceHours(),
                d.serviceLevel(),
                d.agencyLevel(),
                d.fee(),
                d.feeUnit(),
                d.licenceKind(),
                d.processId(),
                d.legalSource(),
                d.components(),
                d.steps());
    }
}

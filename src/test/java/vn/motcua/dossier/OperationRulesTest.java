package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.motcua.calendar.LimitUnit.WORKING_DAYS;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;
import static vn.motcua.catalogue.ClockPolicy.PAUSE;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.refusal.Refusal;

/** What is refused before it becomes a row of the ledger. */
class OperationRulesTest {

    private static final OperationRules RULES = new OperationRules();

    /** Due on Thursday 17/1/2019. */
    private static final Story THREE_DAYS = Story.of(3, WORKING_DAYS, PAUSE).accepted("Mon 2019-01-14 09:00");

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"SUPPLEMENT_ASKED", "REAPPOINTED", "REFUSED", "STOPPED"})
    void whatTheApplicantMustBeToldTheReasonOfNeedsOne(EventKind kind) {
        assertRefused(THREE_DAYS, event(kind, "Tue 2019-01-15 09:00", "  ")).hasMessageContaining("lý do");
        assertRefused(THREE_DAYS, event(kind, "Tue 2019-01-15 09:00", null)).hasMessageContaining("lý do");
    }

    @Test
    void notAcceptingAFilingAndDecliningAWithdrawalNeedAReasonToo() {
        Story filed = Story.of(3, WORKING_DAYS, PAUSE).then(EventKind.FILED, "Mon 2019-01-14 09:00");
        Story asked = THREE_DAYS.then(EventKind.WITHDRAWAL_ASKED, "Tue 2019-01-15 08:00");

        assertRefused(filed, event(EventKind.NOT_ACCEPTED, "Tue 2019-01-15 09:00", null))
                .hasMessageContaining("lý do");
        assertAllowed(filed, event(EventKind.NOT_ACCEPTED, "Tue 2019-01-15 09:00", "Sai thẩm quyền"));
        assertRefused(asked, event(EventKind.WITHDRAWAL_DECLINED, "Tue 2019-01-15 09:00", null))
                .hasMessageContaining("lý do");
        assertAllowed(asked, event(EventKind.WITHDRAWAL_DECLINED, "Tue 2019-01-15 09:00", "Đã có kết quả"));
    }

    @Test
    void whatCannotFollowIsRefusedWithWhatWasDoneLast() {
        Story resolved = THREE_DAYS.resolved("Tue 2019-01-15 09:00");

        assertRefused(resolved, event(EventKind.RESOLVED, "Tue 2019-01-15 10:00", null))
                .hasMessageContaining("đã xử lý xong")
                .hasMessageContaining("test đã có kết quả tại bộ phận một cửa lúc 09:00 thứ Ba 15/01/2019");
    }

    @Test
    void papersAreAskedForOnceUnlessTheProcedureAllowsMore() {
        Story once = THREE_DAYS.asked("Tue 2019-01-15 09:00").supplemented("Wed 2019-01-16 09:00");
        ClockEvent again = event(EventKind.SUPPLEMENT_ASKED, "Thu 2019-01-17 09:00", "Thiếu bản gốc");

        assertRefused(once, again, 1).hasMessageContaining("Điều 15 khoản 3").hasMessageContaining("1 lần");
        assertThatNoException().isThrownBy(() -> check(once, again, 2));
        assertRefused(THREE_DAYS, event(EventKind.SUPPLEMENT_ASKED, "Tue 2019-01-15 09:00", "Thiếu"), 0);
    }

    @Test
    void papersAskedForBeforeAcceptanceAndPaymentsAreNotCountedAmongTheRequests() {
        Story accepted = Story.of(3, WORKING_DAYS, PAUSE)
                .then(EventKind.FILED, "Mon 2019-01-14 09:00")
                .asked("Mon 2019-01-14 10:00")
                .supplemented("Mon 2019-01-14 11:00")
                .asked("Mon 2019-01-14 14:00")
                .supplemented("Mon 2019-01-14 15:00")
                .accepted("Mon 2019-01-14 16:00")
                .then(EventKind.PAYMENT_ASKED, "Mon 2019-01-14 16:10")
                .then(EventKind.PAYMENT_RECEIVED, "Mon 2019-01-14 16:20");

        assertAllowed(accepted, event(EventKind.SUPPLEMENT_ASKED, "Tue 2019-01-15 09:00", "Thiếu bản gốc"));
    }

    @Test
    void anExtensionNeedsAnAmountALegalBasisAndAnApprover() {
        ClockEvent bare = event(EventKind.EXTENDED, "Tue 2019-01-15 09:00", null);

        assertRefused(THREE_DAYS, bare).hasMessageContaining("từ 1 đến");
        assertRefused(THREE_DAYS, bare.extending(0, "Luật", "Giám đốc")).hasMessageContaining("từ 1 đến");
        assertRefused(THREE_DAYS, bare.extending(1, " ", "Giám đốc")).hasMessageContaining("căn cứ pháp lý");
        assertRefused(THREE_DAYS, bare.extending(1, "Luật", " ")).hasMessageContaining("người duyệt");
        assertAllowed(THREE_DAYS, bare.extending(1, "Luật", "Giám đốc"));
    }

    @Test
    void anExtensionLongerThanAnyCalendarIsRefused() {
        ClockEvent absurd = event(EventKind.EXTENDED, "Tue 2019-01-15 09:00", null)
                .extending(Integer.MAX_VALUE, "Luật", "Giám đốc");

        assertRefused(THREE_DAYS, absurd);
    }

    @Test
    void anExtensionComesBeforeTheDueDayIsOver() {
        ClockEvent inTime =
                event(EventKind.EXTENDED, "Thu 2019-01-17 23:59:59", null).extending(1, "Luật", "Giám đốc");
        ClockEvent tooLate =
                event(EventKind.EXTENDED, "Fri 2019-01-18 00:00", null).extending(1, "Luật", "Giám đốc");

        assertAllowed(THREE_DAYS, inTime);
        assertRefused(THREE_DAYS, tooLate).hasMessageContaining("thứ Năm 17/01/2019");
    }

    @Test
    void anApologyComesAtLeastADayBeforeTheDueDay() {
        LocalDate mon21Jan2019 = day("Mon 2019-01-21");

        assertAllowed(THREE_DAYS, apology("Wed 2019-01-16 23:59:59", mon21Jan2019));
        assertRefused(THREE_DAYS, apology("Thu 2019-01-17 00:00", mon21Jan2019))
                .hasMessageContaining("ít nhất một ngày");
        assertRefused(THREE_DAYS, apology("Fri 2019-01-18 09:00", mon21Jan2019))
                .hasMessageContaining("ít nhất một ngày");
    }

    @Test
    void anApologyComesOnce() {
        Story apologised = THREE_DAYS.then(apology("Tue 2019-01-15 09:00", day("Mon 2019-01-21")));

        assertRefused(apologised, apology("Wed 2019-01-16 09:00", day("Tue 2019-01-22")))
                .hasMessageContaining("Điều 19 khoản 9");
    }

    @Test
    void theNewAppointmentIsAfterTheDueDay() {
        assertRefused(THREE_DAYS, apology("Tue 2019-01-15 09:00", day("Thu 2019-01-17")))
                .hasMessageContaining("sau hạn");
        assertRefused(THREE_DAYS, apology("Tue 2019-01-15 09:00", null)).hasMessageContaining("sau hạn");
        assertAllowed(THREE_DAYS, apology("Tue 2019-01-15 09:00", day("Fri 2019-01-18")));
    }

    @Test
    void theDayBeforeExpiryIsThatOfTheDueDateAsItStandsAfterAWait() {
        Story waited = THREE_DAYS.asked("Tue 2019-01-15 09:00").supplemented("Thu 2019-01-17 09:00");

        assertAllowed(waited, apology("Fri 2019-01-18 09:00", day("Tue 2019-01-22")));
        assertRefused(waited, apology("Mon 2019-01-21 09:00", day("Tue 2019-01-22")));
    }

    @Test
    void anEventIsNeitherInTheFutureNorBeforeTheLastOne() {
        List<ClockEvent> before = THREE_DAYS.events();
        Act act = Act.by("test");

        assertThatThrownBy(() -> RULES.event(
                        EventKind.RESOLVED, act.at(at("Tue 2019-01-15 09:00:01")), before, at("Tue 2019-01-15 09:00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ở tương lai");
        assertThatThrownBy(() -> RULES.event(
                        EventKind.RESOLVED, act.at(at("Mon 2019-01-14 08:59:59")), before, at("Tue 2019-01-15 09:00")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tiếp nhận")
                .hasMessageContaining("09:00 thứ Hai 14/01/2019");
        assertThat(RULES.event(
                        EventKind.RESOLVED, act.at(at("Mon 2019-01-14 09:00")), before, at("Tue 2019-01-15 09:00")))
                .extracting(ClockEvent::occurredAt, ClockEvent::recordedAt)
                .containsExactly(at("Mon 2019-01-14 09:00"), at("Tue 2019-01-15 09:00"));
        assertThat(RULES.event(EventKind.RESOLVED, act, before, at("Tue 2019-01-15 09:00"))
                        .occurredAt())
                .isEqualTo(at("Tue 2019-01-15 09:00"));
    }

    /** The database keeps microseconds: a finer time would be read back as another one than it was judged by. */
    @Test
    void anEventHasNoFinerTimeThanTheDatabaseKeeps() {
        LocalDateTime fine = at("Tue 2019-01-15 09:00").plusNanos(1_999);

        assertThat(RULES.event(EventKind.RESOLVED, Act.by("test").at(fine), THREE_DAYS.events(), fine.plusSeconds(1))
                        .occurredAt())
                .isEqualTo(at("Tue 2019-01-15 09:00:00.000001"));
    }

    @Test
    void whatHappenedBeforeACalendarWasImportedCanStillBeEnteredAfterIt() {
        Story recalculated = THREE_DAYS.then(EventKind.RECALCULATED, "Wed 2019-01-16 08:00");

        assertThatNoException()
                .isThrownBy(() -> RULES.event(
                        EventKind.RESOLVED,
                        Act.by("test").at(at("Tue 2019-01-15 16:00")),
                        recalculated.events(),
                        at("Wed 2019-01-16 09:00")));
    }

    @Test
    void aRetryIsKnownByItsKeyAndAKeyIsForOneOperation() {
        ClockEvent keyed = RULES.event(
                EventKind.SUPPLEMENT_ASKED,
                Act.by("test").because("Thiếu").withKey("k1"),
                THREE_DAYS.events(),
                at("Tue 2019-01-15 09:00"));
        Ledger ledger = THREE_DAYS.then(keyed).ledger();

        assertThat(RULES.isDone(
                        ledger, EventKind.SUPPLEMENT_ASKED, Act.by("other").withKey("k1")))
                .isTrue();
        assertThat(RULES.isDone(
                        ledger, EventKind.SUPPLEMENT_ASKED, Act.by("test").withKey("k2")))
                .isFalse();
        assertThat(RULES.isDone(ledger, EventKind.SUPPLEMENT_ASKED, Act.by("test")))
                .isFalse();
        assertThatThrownBy(() ->
                        RULES.isDone(ledger, EventKind.RESOLVED, Act.by("test").withKey("k1")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("k1");
    }

    @Test
    void nothingIsFiledWithoutANameOrWithAnAgencyThatIsNoMore() {
        Agency district = new Agency(
                1,
                "000.00.21.H37",
                "UBND huyện Bắc Sơn",
                AgencyLevel.DISTRICT,
                OfficeHours.DEFAULT,
                day("Tue 2025-07-01"));
        Filing filing = filing("Nguyễn Văn A");

        assertThatNoException().isThrownBy(() -> RULES.checkFiling(filing, district, day("Mon 2025-06-30")));
        assertThatThrownBy(() -> RULES.checkFiling(filing, district, day("Tue 2025-07-01")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Bắc Sơn")
                .hasMessageContaining("01/07/2025");
        assertThatThrownBy(() -> RULES.checkFiling(filing(" "), district, day("Mon 2025-06-30")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("tên");
    }

    private static Filing filing(String name) {
        return new Filing("1.003868", "000.00.21.H37", Channel.IN_PERSON, new Applicant(Applicant.Kind.PERSON, name));
    }

    private static ClockEvent apology(String moment, LocalDate appointment) {
        return event(EventKind.REAPPOINTED, moment, "Chờ ý kiến").appointing(appointment);
    }

    private static ClockEvent event(EventKind kind, String moment, String reason) {
        return new ClockEvent(kind, at(moment), at(moment), "test", reason, null, null, null, null, null);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Story story, ClockEvent event) {
        return assertRefused(story, event, 1);
    }

    private static AbstractThrowableAssert<?, ?> assertRefused(Story story, ClockEvent event, int requests) {
        return assertThatThrownBy(() -> check(story, event, requests)).isInstanceOf(Refusal.class);
    }

    private static void assertAllowed(Story story, ClockEvent event) {
        assertThatNoException().isThrownBy(() -> check(story, event, 1));
    }

    private static void check(Story story, ClockEvent event, int requests) {
        RULES.check(dossier(), version(story, requests), story.ledger(), event);
    }

    private static ProcedureVersion version(Story story, int requests) {
        return new ProcedureVersion(
                1,
                1,
                false,
                new ProcedureDefinition(
                        "1.003868",
                        LocalDate.MIN,
                        "Cấp giấy phép xuất bản tài liệu không kinh doanh",
                        "Xuất bản, In và Phát hành",
                        story.terms().limit(),
                        story.terms().policy(),
                        false,
                        requests,
                        8,
                        3,
                        AgencyLevel.PROVINCE,
                        15_000,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    private static Dossier dossier() {
        return new Dossier(
                1,
                "000.00.14.H37-190114-0001",
                1,
                1,
                Channel.IN_PERSON,
                new Applicant(Applicant.Kind.PERSON, "Nguyễn Văn A"),
                Status.RECEIVED,
                null,
                null,
                false,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null);
    }
}

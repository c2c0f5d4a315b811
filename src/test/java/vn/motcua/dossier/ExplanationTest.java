package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.LimitUnit.CALENDAR_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_DAYS;
import static vn.motcua.calendar.LimitUnit.WORKING_HOURS;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;
import static vn.motcua.catalogue.ClockPolicy.PAUSE;
import static vn.motcua.catalogue.ClockPolicy.RESTART;

import java.time.LocalDateTime;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What people are told about a due date is how it was reckoned. */
class ExplanationTest {

    @Provide
    Arbitrary<Ledger> ledgers() {
        return RandomStories.ledgers();
    }

    @Property(tries = 400)
    void theLastStepOfTheCountArrivesAtTheDueDate(
            @ForAll("ledgers") Ledger ledger, @ForAll @IntRange(max = 150_000) int minutes) {
        LocalDateTime moment = ledger.events().get(0).occurredAt().plusMinutes(minutes);
        ledger.asOf(moment).ifPresent(reading -> {
            List<ReckoningStep> counting = ledger.explain(reading).stream()
                    .filter(step -> step.rule() == 3 || step.rule() == 4 || step.rule() == 5)
                    .toList();
            assertThat(counting).isNotEmpty();
            assertThat(counting.get(counting.size() - 1).result())
                    .isEqualTo(reading.due().iso());
        });
    }

    @Test
    void theTenDaysOverTetNameTheDaysThatAreSkipped() {
        Story story = Story.of(10, WORKING_DAYS, RESTART).accepted("Mon 2019-01-28 09:00");

        List<ReckoningStep> steps = steps(story, "Mon 2019-01-28 10:00");
        assertThat(steps).extracting(ReckoningStep::rule).containsExactly(2, 3, 10);
        assertThat(steps.get(1).text())
                .contains(
                        "10 ngày làm việc",
                        "thứ Hai 28/01/2019",
                        "thứ Hai 18/02/2019",
                        "nghỉ thứ Hai 04/02/2019 Tết Nguyên đán");
        assertThat(steps.get(1).article()).isEqualTo("Bộ luật Dân sự 2015, Điều 147");
        assertThat(steps.get(1).result()).isEqualTo("2019-02-18");
        assertThat(steps.get(2).text()).contains("còn trong hạn");
    }

    @Test
    void aMakeUpDayThatCountsIsNamed() {
        assertThat(steps(Story.of(3, WORKING_DAYS, RESTART).accepted("Fri 2019-04-26 10:00"), "Fri 2019-04-26 10:00")
                        .get(1)
                        .text())
                .contains("làm bù thứ Bảy 04/05/2019");
    }

    @Test
    void aReceiptAfterClosingAndOneOnADayOffSayWhyTheyCountLater() {
        assertThat(steps(Story.of(3, WORKING_DAYS, RESTART).accepted("Mon 2019-01-14 17:00:01"), "Tue 2019-01-15 10:00")
                        .get(1))
                .extracting(ReckoningStep::text, ReckoningStep::result)
                .containsExactly(
                        "Tiếp nhận sau giờ đóng cửa 17:00 nên tính vào ngày làm việc kế tiếp, thứ Ba 15/01/2019",
                        "2019-01-15");
        assertThat(steps(Story.of(3, WORKING_DAYS, RESTART).accepted("Tue 2019-04-30 18:00"), "Tue 2019-04-30 18:00")
                        .get(1)
                        .text())
                .isEqualTo(
                        "Tiếp nhận vào ngày nghỉ (Ngày Chiến thắng) nên tính vào ngày làm việc kế tiếp, thứ Năm 02/05/2019");
    }

    @Test
    void aRestartCitesTheDecreeAndCountsFromThePapers() {
        List<ReckoningStep> steps = steps(
                Story.of(3, WORKING_DAYS, RESTART)
                        .accepted("Mon 2019-01-14 09:00")
                        .asked("Tue 2019-01-15 09:00")
                        .supplemented("Thu 2019-01-17 17:30"),
                "Fri 2019-01-18 09:00");

        assertThat(steps).extracting(ReckoningStep::rule).containsExactly(2, 6, 2, 3, 10);
        assertThat(steps.get(1).article()).contains("61/2018", "Điều 19 khoản 4");
        assertThat(steps.get(3).text()).contains("không tính ngày thứ Sáu 18/01/2019");
    }

    @Test
    void everyPauseSaysHowFarItPushes() {
        assertThat(steps(
                                Story.of(3, WORKING_DAYS, PAUSE)
                                        .accepted("Mon 2019-01-14 09:00")
                                        .asked("Tue 2019-01-15 09:00")
                                        .supplemented("Thu 2019-01-17 09:00"),
                                "Fri 2019-01-18 09:00")
                        .get(1)
                        .text())
                .contains(
                        "Tạm dừng từ 09:00 thứ Ba 15/01/2019 đến 09:00 thứ Năm 17/01/2019", "đẩy lùi 2 ngày làm việc");
        assertThat(steps(
                                Story.of(8, WORKING_HOURS, PAUSE)
                                        .accepted("Mon 2019-01-14 09:00")
                                        .asked("Mon 2019-01-14 10:00")
                                        .supplemented("Tue 2019-01-15 08:30"),
                                "Tue 2019-01-15 09:00")
                        .get(1)
                        .text())
                .contains("đẩy lùi 6 giờ 30 phút làm việc");
    }

    @Test
    void aRolledCalendarDayCitesBothArticles() {
        List<ReckoningStep> steps =
                steps(Story.of(5, CALENDAR_DAYS, RESTART).accepted("Mon 2019-01-28 09:00"), "Mon 2019-01-28 09:00");

        assertThat(steps)
                .extracting(ReckoningStep::result)
                .containsExactly("2019-01-28T09:00:00", "2019-02-02", "2019-02-11", null);
        assertThat(steps.get(1).article()).endsWith("Điều 147");
        assertThat(steps.get(2).article()).endsWith("Điều 148");
    }

    @Test
    void aProvisionalDateSaysSo() {
        assertThat(steps(Story.of(3, WORKING_DAYS, PAUSE).accepted("Tue 2026-12-29 09:00"), "Tue 2026-12-29 09:00"))
                .anySatisfy(step -> {
                    assertThat(step.rule()).isEqualTo(1);
                    assertThat(step.text()).contains("tạm tính");
                });
    }

    @Test
    void anApologyAndARefusalSayWhatTheyCountFor() {
        Story story = Story.of(3, WORKING_DAYS, PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .then(ClockEvent.of(EventKind.REAPPOINTED, at("Wed 2019-01-16 09:00"), at("Wed 2019-01-16 09:00"), "x")
                        .appointing(day("Fri 2019-01-25")))
                .then(EventKind.REFUSED, "Fri 2019-01-18 09:00");

        List<ReckoningStep> steps = steps(story, "Fri 2019-01-18 09:00");
        assertThat(steps).extracting(ReckoningStep::rule).containsExactly(2, 3, 8, 11);
        assertThat(steps.get(2).text()).contains("thứ Sáu 25/01/2019", "vẫn tính theo hạn cũ");
        assertThat(steps.get(3).text()).contains("Từ chối giải quyết", "quá hạn");
    }

    @Test
    void aWithdrawalIsSaidToCountAsOnTimeInTheReport() {
        Story story = Story.of(3, WORKING_DAYS, PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .then(EventKind.WITHDRAWN, "Fri 2019-01-25 09:00");

        assertThat(steps(story, "Fri 2019-01-25 09:00").get(2))
                .extracting(ReckoningStep::rule, ReckoningStep::text)
                .containsExactly(11, "Rút hồ sơ lúc 09:00 thứ Sáu 25/01/2019: tính là đúng hạn trong báo cáo");
    }

    @Test
    void waitingSaysWhatBecomesOfTheLimit() {
        Story pausing = Story.of(3, WORKING_DAYS, PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .asked("Tue 2019-01-15 09:00");
        Story restarting = Story.of(3, WORKING_DAYS, RESTART)
                .accepted("Mon 2019-01-14 09:00")
                .asked("Tue 2019-01-15 09:00");

        assertThat(last(pausing).text()).contains("thời hạn đang dừng", "không bị tính quá hạn");
        assertThat(last(restarting).text()).contains("thời hạn sẽ tính lại từ đầu");
        assertThat(last(Story.of(3, WORKING_DAYS, PAUSE).accepted("Mon 2019-01-14 09:00"), "Fri 2019-01-18 09:00")
                        .text())
                .contains("đã quá hạn");
    }

    @Test
    void waitingForPaymentDoesNotPromiseARestart() {
        Story paying = Story.of(3, WORKING_DAYS, RESTART)
                .wherePaymentStopsTheClock()
                .accepted("Mon 2019-01-14 09:00")
                .then(EventKind.PAYMENT_ASKED, "Tue 2019-01-15 09:00");

        assertThat(last(paying).text()).contains("thời hạn đang dừng").doesNotContain("tính lại từ đầu");
    }

    private static ReckoningStep last(Story story) {
        return last(story, "Tue 2019-01-15 10:00");
    }

    private static ReckoningStep last(Story story, String moment) {
        List<ReckoningStep> steps = steps(story, moment);
        return steps.get(steps.size() - 1);
    }

    private static List<ReckoningStep> steps(Story story, String moment) {
        return story.ledger().explain(story.asOf(moment));
    }
}

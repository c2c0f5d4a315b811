package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

class DeadlineTest {

    private static final Deadline MON_18_FEB_2019 = Deadline.day(day("Mon 2019-02-18"), false);
    private static final Deadline THU_2_MAY_2019_AT_7_30 = Deadline.instant(at("Thu 2019-05-02 07:30"), false);

    @Test
    void aDayIsMissedOnlyWhenItIsOver() {
        assertThat(MON_18_FEB_2019.isMissedAt(at("Mon 2019-02-18 00:00"))).isFalse();
        assertThat(MON_18_FEB_2019.isMissedAt(at("Mon 2019-02-18 23:59:59.999999")))
                .isFalse();
        assertThat(MON_18_FEB_2019.isMissedAt(at("Tue 2019-02-19 00:00"))).isTrue();
    }

    @Test
    void theLastNanosecondOfTheDueDayIsStillInTime() {
        assertThat(MON_18_FEB_2019.isMissedAt(day("Mon 2019-02-18").atTime(LocalTime.MAX)))
                .isFalse();
    }

    @Test
    void anInstantIsMissedOnlyAfterIt() {
        assertThat(THU_2_MAY_2019_AT_7_30.isMissedAt(at("Thu 2019-05-02 07:30")))
                .isFalse();
        assertThat(THU_2_MAY_2019_AT_7_30.isMissedAt(at("Thu 2019-05-02 07:30:00.000001")))
                .isTrue();
    }

    @Test
    void aDayIsWrittenWithoutAndAnInstantWithItsTime() {
        assertThat(MON_18_FEB_2019.vietnamese()).isEqualTo("thứ Hai 18/02/2019");
        assertThat(MON_18_FEB_2019.iso()).isEqualTo("2019-02-18");
        assertThat(THU_2_MAY_2019_AT_7_30.vietnamese()).isEqualTo("07:30 thứ Năm 02/05/2019");
        assertThat(THU_2_MAY_2019_AT_7_30.iso()).isEqualTo("2019-05-02T07:30:00");
        assertThat(THU_2_MAY_2019_AT_7_30.day()).isEqualTo(day("Thu 2019-05-02"));
    }

    @Test
    void secondsAreWrittenWhereThereAreAny() {
        assertThat(Deadline.instant(at("Sun 2019-05-05 07:30:01"), false).vietnamese())
                .isEqualTo("07:30:01 Chủ nhật 05/05/2019");
    }
}

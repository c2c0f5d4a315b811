package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeHoursTest {

    @Test
    void theUsualHoursAreEightADayAndCloseAtFive() {
        assertThat(OfficeHours.DEFAULT.perDay()).isEqualTo(Duration.ofHours(8));
        assertThat(OfficeHours.DEFAULT.closing()).isEqualTo(LocalTime.of(17, 0));
    }

    @Test
    void anEarlierCutOffIsTheClosingAndTakesNothingFromTheHours() {
        OfficeHours hours = OfficeHours.parse("07:00-11:30,13:30-17:00", LocalTime.of(15, 0));

        assertThat(hours.closing()).isEqualTo(LocalTime.of(15, 0));
        assertThat(hours.perDay()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void aCutOffAfterTheLastSessionDoesNotKeepTheDeskOpen() {
        assertThat(OfficeHours.parse("07:00-11:30,13:30-17:00", LocalTime.of(18, 0))
                        .closing())
                .isEqualTo(LocalTime.of(17, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "00:00, PT8H",
        "07:00, PT8H",
        "11:29:59, PT3H30M1S",
        "11:30, PT3H30M",
        "12:00, PT3H30M",
        "13:30, PT3H30M",
        "13:30:01, PT3H29M59S",
        "17:00, PT0S",
        "23:59:59, PT0S"
    })
    void officeTimeLeftInTheDayIsThatOfTheSessionsToCome(LocalTime time, Duration left) {
        assertThat(OfficeHours.DEFAULT.after(time)).isEqualTo(left);
    }

    @Test
    void hoursAreReadWithBlanksAroundTheSessions() {
        assertThat(OfficeHours.parse(" 08:00-12:00 , 13:00-17:00 ", null).perDay())
                .isEqualTo(Duration.ofHours(8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "07:00",
                "7h-11h",
                "11:30-07:00",
                "07:00-07:00",
                "07:00-11:30,11:00-17:00",
                "13:30-17:00,07:00-11:30"
            })
    void whatIsNoOrderlyListOfSessionsIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> OfficeHours.parse(text, null));
    }

    @Test
    void sessionsMayMeetWithoutABreak() {
        assertThat(OfficeHours.parse("08:00-12:00,12:00-16:00", null).perDay()).isEqualTo(Duration.ofHours(8));
    }
}

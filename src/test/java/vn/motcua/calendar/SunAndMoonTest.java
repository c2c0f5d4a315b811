package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SunAndMoonTest {

    /** The first is Meeus's example 49.a, 03:37:42 dynamical time; the others come from an independent theory. */
    @ParameterizedTest
    @CsvSource({
        "-283, 1977-02-18T03:36:54Z",
        "-387, 1968-09-22T11:08:05Z",
        "-123, 1990-01-26T19:20:03Z",
        "  -5, 1999-08-11T11:08:27Z",
        "   0, 2000-01-06T18:13:38Z",
        " 218, 2017-08-21T18:30:10Z",
        " 300, 2024-04-08T18:20:50Z",
        " 963, 2077-11-15T16:59:51Z",
        "1860, 2150-05-26T16:59:18Z",
        "2329, 2188-04-26T17:01:43Z"
    })
    void aNewMoonIsFoundToAQuarterOfAMinute(int lunation, Instant newMoon) {
        assertThat(SunAndMoon.newMoon(lunation)).isCloseTo(newMoon, within(15, ChronoUnit.SECONDS));
    }

    /** Meeus's example 25.b: 199°54′22″ by the full theory at 0 h dynamical time, 59 s later than universal time. */
    @Test
    void theSunIsPlacedToAHundredthOfADegree() {
        double longitude = SunAndMoon.sunLongitude(Instant.parse("1992-10-12T23:59:01Z"));

        assertThat(longitude).isCloseTo(199.90606, within(0.01));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-20T03:06:00Z, 0",
        "2024-06-20T20:51:00Z, 90",
        "2024-09-22T12:44:00Z, 180",
        "2024-12-21T09:21:00Z, 270"
    })
    void theSeasonsOf2024BeginWithinAQuarterOfAnHour(Instant published, double longitude) {
        double quarterOfAnHour = 360 / 365.25 / 96;

        assertThat((SunAndMoon.sunLongitude(published) + 180 - longitude) % 360)
                .isCloseTo(180, within(quarterOfAnHour));
    }
}

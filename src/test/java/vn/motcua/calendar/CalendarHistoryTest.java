package vn.motcua.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static vn.motcua.calendar.PublishedDays.CALENDAR;
import static vn.motcua.calendar.When.at;
import static vn.motcua.calendar.When.day;

import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalendarHistoryTest {

    private static final LocalDateTime MON_10_AUG_2026_AT_8 = at("Mon 2026-08-10 08:00");
    private static final WorkingCalendar CORRECTED =
            PublishedDays.with(new CalendarDay(day("Sat 2026-08-22"), DayKind.NONE, "Không làm bù"));
    private static final CalendarHistory HISTORY =
            new CalendarHistory(Map.of(LocalDateTime.MIN, CALENDAR, MON_10_AUG_2026_AT_8, CORRECTED));

    @Test
    void aCorrectionIsKnownFromTheMomentItWasRecordedAndNotBefore() {
        assertThat(HISTORY.knownAt(MON_10_AUG_2026_AT_8.minusNanos(1))).isSameAs(CALENDAR);
        assertThat(HISTORY.knownAt(MON_10_AUG_2026_AT_8)).isSameAs(CORRECTED);
        assertThat(HISTORY.knownAt(LocalDateTime.MAX)).isSameAs(CORRECTED);
        assertThat(HISTORY.knownAt(LocalDateTime.MIN)).isSameAs(CALENDAR);
        assertThat(HISTORY.latest()).isSameAs(CORRECTED);
        assertThat(HISTORY.corrections()).containsExactly(MON_10_AUG_2026_AT_8);
    }

    @Test
    void aCalendarThatWasNeverCorrectedIsKnownAlways() {
        CalendarHistory always = CalendarHistory.always(CALENDAR);

        assertThat(always.knownAt(LocalDateTime.MIN)).isSameAs(CALENDAR);
        assertThat(always.latest()).isSameAs(CALENDAR);
        assertThat(always.corrections()).isEmpty();
    }

    @Test
    void someCalendarMustBeKnownFromTheBeginning() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarHistory(Map.of(MON_10_AUG_2026_AT_8, CALENDAR)));
    }
}

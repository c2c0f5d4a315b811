package vn.motcua.calendar;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedHolidaysTest {

    private static final ProposedHolidays AS_SHIPPED = new ProposedHolidays(false);
    private static final ProposedHolidays WITH_CULTURE_DAY = new ProposedHolidays(true);

    @ParameterizedTest
    @ValueSource(ints = {2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026})
    void thePublishedDaysOffLessTheExchangedOnesAreThoseProposed(int year) {
        assertThat(AS_SHIPPED.of(year))
                .isEqualTo(publishedWithoutExchanges(year))
                .hasSize(year < 2021 ? 10 : 11);
    }

    @Test
    void in2027TetBeginsOnASaturdayAndLabourDayIsASaturday() {
        assertProposed(2027, """
                2027-01-01 Fri Tết Dương lịch
                2027-02-04 Thu Tết Nguyên đán
                2027-02-05 Fri Tết Nguyên đán
                2027-02-08 Mon Tết Nguyên đán
                2027-02-09 Tue Tết Nguyên đán
                2027-02-10 Wed Tết Nguyên đán
                2027-04-16 Fri Giỗ Tổ Hùng Vương
                2027-04-30 Fri Ngày Chiến thắng
                2027-05-03 Mon Ngày Quốc tế lao động (nghỉ bù)
                2027-09-02 Thu Quốc khánh
                2027-09-03 Fri Quốc khánh
                """);
    }

    @Test
    void in2028TetBeginsOnAWednesdayAndTheNationalDayIsASaturday() {
        assertProposed(2028, """
                2028-01-03 Mon Tết Dương lịch (nghỉ bù)
                2028-01-24 Mon Tết Nguyên đán
                2028-01-25 Tue Tết Nguyên đán
                2028-01-26 Wed Tết Nguyên đán
                2028-01-27 Thu Tết Nguyên đán
                2028-01-28 Fri Tết Nguyên đán
                2028-04-04 Tue Giỗ Tổ Hùng Vương
                2028-05-01 Mon Ngày Quốc tế lao động
                2028-05-02 Tue Ngày Chiến thắng (nghỉ bù)
                2028-09-01 Fri Quốc khánh
                2028-09-04 Mon Quốc khánh (nghỉ bù)
                """);
    }

    @Test
    void in2029TetBeginsOnATuesdayAndTheNationalDayIsASunday() {
        assertProposed(2029, """
                2029-01-01 Mon Tết Dương lịch
                2029-02-12 Mon Tết Nguyên đán
                2029-02-13 Tue Tết Nguyên đán
                2029-02-14 Wed Tết Nguyên đán
                2029-02-15 Thu Tết Nguyên đán
                2029-02-16 Fri Tết Nguyên đán
                2029-04-23 Mon Giỗ Tổ Hùng Vương
                2029-04-30 Mon Ngày Chiến thắng
                2029-05-01 Tue Ngày Quốc tế lao động
                2029-09-03 Mon Quốc khánh
                2029-09-04 Tue Quốc khánh (nghỉ bù)
                """);
    }

    @Test
    void in2030TetBeginsOnASaturdayADayBeforeChina() {
        assertProposed(2030, """
                2030-01-01 Tue Tết Dương lịch
                2030-01-31 Thu Tết Nguyên đán
                2030-02-01 Fri Tết Nguyên đán
                2030-02-04 Mon Tết Nguyên đán
                2030-02-05 Tue Tết Nguyên đán
                2030-02-06 Wed Tết Nguyên đán
                2030-04-12 Fri Giỗ Tổ Hùng Vương
                2030-04-30 Tue Ngày Chiến thắng
                2030-05-01 Wed Ngày Quốc tế lao động
                2030-09-02 Mon Quốc khánh
                2030-09-03 Tue Quốc khánh
                """);
    }

    @Test
    void in2031TetBeginsOnAThursdayAndTheNationalDayIsATuesday() {
        assertProposed(2031, """
                2031-01-01 Wed Tết Dương lịch
                2031-01-21 Tue Tết Nguyên đán
                2031-01-22 Wed Tết Nguyên đán
                2031-01-23 Thu Tết Nguyên đán
                2031-01-24 Fri Tết Nguyên đán
                2031-01-27 Mon Tết Nguyên đán
                2031-04-01 Tue Giỗ Tổ Hùng Vương
                2031-04-30 Wed Ngày Chiến thắng
                2031-05-01 Thu Ngày Quốc tế lao động
                2031-09-01 Mon Quốc khánh
                2031-09-02 Tue Quốc khánh
                """);
    }

    /** As announced for 2015: 17 to 21 February, and the 23rd for the Saturday. The file has no such year. */
    @Test
    void tetOnAThursdayTakesTwoDaysOfTheOldYearAsIn2015() {
        assertThat(dates(AS_SHIPPED.of(2015), "Tết Nguyên đán"))
                .containsExactly("2015-02-17", "2015-02-18", "2015-02-19", "2015-02-20", "2015-02-23");
    }

    @Test
    void tetOnAMondayFillsItsWeek() {
        assertThat(dates(AS_SHIPPED.of(2016), "Tết Nguyên đán"))
                .containsExactly("2016-02-08", "2016-02-09", "2016-02-10", "2016-02-11", "2016-02-12");
    }

    @ParameterizedTest(name = "{0} {1}: {2} and {3}")
    @CsvSource({
        "2024, MONDAY,    2024-09-02, 2024-09-03",
        "2025, TUESDAY,   2025-09-01, 2025-09-02",
        "2026, WEDNESDAY, 2026-09-01, 2026-09-02",
        "2021, THURSDAY,  2021-09-02, 2021-09-03",
        "2022, FRIDAY,    2022-09-01, 2022-09-02",
        "2023, SATURDAY,  2023-09-01, 2023-09-04",
        "2029, SUNDAY,    2029-09-03, 2029-09-04"
    })
    void theNationalDayTakesTheNeighbourThatMakesTheLongerBreak(
            int year, DayOfWeek weekday, String first, String second) {
        assertThat(LocalDate.of(year, 9, 2).getDayOfWeek()).isEqualTo(weekday);
        assertThat(dates(AS_SHIPPED.of(year), "Quốc khánh")).containsExactly(first, second);
    }

    @Test
    void theNationalDayIsASingleDayUntilTheLabourCodeOf2019() {
        assertThat(dates(AS_SHIPPED.of(2020), "Quốc khánh")).containsExactly("2020-09-02");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "2026, TUESDAY,  2026-11-24 Tue Ngày Văn hóa Việt Nam",
        "2029, SATURDAY, 2029-11-26 Mon Ngày Văn hóa Việt Nam (nghỉ bù)",
        "2030, SUNDAY,   2030-11-25 Mon Ngày Văn hóa Việt Nam (nghỉ bù)"
    })
    void cultureDayComesLastWhereItIsSwitchedOn(int year, DayOfWeek weekday, String line) {
        assertThat(LocalDate.of(year, 11, 24).getDayOfWeek()).isEqualTo(weekday);
        assertThat(WITH_CULTURE_DAY.of(year))
                .startsWith(AS_SHIPPED.of(year).toArray(CalendarDay[]::new))
                .hasSize(12)
                .last()
                .extracting(ProposedHolidaysTest::line)
                .isEqualTo(line);
    }

    @Test
    void cultureDayIsNoDayOffBefore2026() {
        assertThat(WITH_CULTURE_DAY.of(2025)).isEqualTo(AS_SHIPPED.of(2025));
    }

    @ParameterizedTest
    @MethodSource("offeredYears")
    void everyHolidayOfAnOfferedYearCostsOneWorkingDayOfThatYear(int year) {
        assertThat(WITH_CULTURE_DAY.of(year))
                .hasSize(year < 2021 ? 10 : year < 2026 ? 11 : 12)
                .allMatch(day -> day.kind() == DayKind.OFF && day.date().getYear() == year)
                .noneMatch(day -> List.of(SATURDAY, SUNDAY).contains(day.date().getDayOfWeek()))
                .extracting(CalendarDay::date)
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {2014, 2100})
    void aYearBeyondThoseOfferedIsAnError(int year) {
        assertThat(ProposedHolidays.areOfferedFor(year)).isFalse();
        assertThatThrownBy(() -> AS_SHIPPED.of(year))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Integer.toString(year));
    }

    private static IntStream offeredYears() {
        return IntStream.rangeClosed(2015, 2099);
    }

    private static void assertProposed(int year, String lines) {
        assertThat(AS_SHIPPED.of(year).stream().map(ProposedHolidaysTest::line))
                .containsExactlyElementsOf(lines.lines().toList());
    }

    private static String line(CalendarDay day) {
        return String.format(Locale.ROOT, "%1$tF %1$ta %2$s", day.date(), day.name());
    }

    private static Stream<String> dates(List<CalendarDay> days, String name) {
        return days.stream().filter(day -> day.name().startsWith(name)).map(day -> day.date()
                .toString());
    }

    private static List<CalendarDay> publishedWithoutExchanges(int year) {
        return published()
                .filter(day -> day.date().getYear() == year && day.kind() == DayKind.OFF)
                .filter(day -> !day.name().startsWith("Hoán đổi"))
                .toList();
    }

    private static Stream<CalendarDay> published() {
        try (InputStream file = CalendarDay.class.getResourceAsStream("/calendar/calendar-vn-2018-2026.csv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .map(cell -> new CalendarDay(LocalDate.parse(cell[0]), DayKind.valueOf(cell[1]), cell[2]));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

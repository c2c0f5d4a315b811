package vn.motcua.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.dossier.CalendarChange;

/** Takes in named days of the working calendar; a list with a bad row changes nothing. */
@Component
public class CalendarImport {

    private static final List<String> COLUMNS = List.of("date", "kind", "name");
    private static final int FIRST_YEAR = 2000;
    private static final int YEARS_AHEAD = 5;

    private final CalendarChange calendar;
    private final Clock clock;

    CalendarImport(CalendarChange calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @param problems is told every bad row before the import is refused */
    public CalendarChange.Result run(CsvSource file, Consumer<RowProblem> problems) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        List<CalendarDay> days = CatalogueImport.read(
                file, COLUMNS, row -> withinReach(day(row), now.getYear()), CalendarDay::date, problems);
        return calendar.put(days, now, "import-calendar");
    }

    /** The days of the list that ships with Motcua. */
    static List<CalendarDay> shipped(CsvSource file) {
        return CatalogueImport.read(file, COLUMNS, CalendarImport::day, CalendarDay::date, problem -> {});
    }

    private static CalendarDay day(Row row) {
        LocalDate date =
                row.date("date").orElseThrow(() -> new RowException("date", "để trống; hãy điền ngày yyyy-MM-dd"));
        DayKind kind = row.oneOf(
                "kind",
                text -> Arrays.stream(DayKind.values())
                        .filter(value -> value.name().equals(text))
                        .findFirst(),
                "OFF, WORK, NONE");
        return new CalendarDay(date, kind, row.required("name"));
    }

    /** A year far away is a slip of the hand: it would publish every year's worth of nothing up to it. */
    private static CalendarDay withinReach(CalendarDay day, int thisYear) {
        int year = day.date().getYear();
        if (year < FIRST_YEAR || year > thisYear + YEARS_AHEAD) {
            throw new RowException(
                    "date", "năm %d ngoài khoảng %d–%d".formatted(year, FIRST_YEAR, thisYear + YEARS_AHEAD));
        }
        return day;
    }
}

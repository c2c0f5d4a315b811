package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.calendar.WorkingTime;

/** How a limit was counted from its start to the due date: the pauses, the days passed over, the last roll. */
final class CountedLimit {

    private static final String CIVIL_147 = "Bộ luật Dân sự 2015, Điều 147";
    private static final String CIVIL_148 = "Bộ luật Dân sự 2015, Điều 148";

    private final TimeLimit limit;
    private final WorkingTime time;
    private final Deadline due;
    private final List<ReckoningStep> steps = new ArrayList<>();

    CountedLimit(TimeLimit limit, WorkingTime time, Deadline due) {
        this.limit = limit;
        this.time = time;
        this.due = due;
    }

    List<ReckoningStep> steps(LocalDateTime start, List<Pause> pauses) {
        pauses.forEach(this::pause);
        count(start, pauses);
        return steps;
    }

    private void pause(Pause pause) {
        long push = limit.push(List.of(pause), time);
        String length = limit.unit() == LimitUnit.WORKING_HOURS
                ? push / 3600 + " giờ " + push % 3600 / 60 + " phút làm việc"
                : push + " " + limit.unit().vietnamese();
        step(
                6,
                "Tạm dừng từ %s đến %s: đẩy lùi %s".formatted(moment(pause.from()), moment(pause.to()), length),
                null,
                null);
    }

    private void count(LocalDateTime start, List<Pause> pauses) {
        LocalDate from = limit.unit() == LimitUnit.WORKING_HOURS ? start.toLocalDate() : time.effectiveDay(start);
        String pushed = pauses.isEmpty() ? "" : " và phần tạm dừng";
        switch (limit.unit()) {
            case WORKING_DAYS ->
                step(
                        3,
                        "%s%s, không tính ngày %s: hạn là %s%s"
                                .formatted(
                                        limit.vietnamese(),
                                        pushed,
                                        day(from),
                                        due.vietnamese(),
                                        skipped(from, due.day())),
                        CIVIL_147,
                        due.iso());
            case CALENDAR_DAYS -> calendarDays(from, pauses);
            case WORKING_HOURS ->
                step(
                        5,
                        "%s%s, chỉ tính trong giờ làm việc: hạn là %s%s"
                                .formatted(limit.vietnamese(), pushed, due.vietnamese(), skipped(from, due.day())),
                        null,
                        due.iso());
        }
        if (due.provisional()) {
            step(1, "Năm chưa công bố lịch nghỉ: hạn là tạm tính theo ngày nghỉ dự kiến", null, due.iso());
        }
    }

    private void calendarDays(LocalDate from, List<Pause> pauses) {
        LocalDate end = from.plusDays(limit.amount() + limit.push(pauses, time));
        step(
                4,
                "%s kể từ ngày %s%s: đến %s"
                        .formatted(
                                limit.vietnamese(), day(from), pauses.isEmpty() ? "" : " cùng phần tạm dừng", day(end)),
                CIVIL_147,
                end.toString());
        if (!end.equals(due.day())) {
            step(
                    4,
                    "%s là ngày nghỉ%s nên hạn là ngày làm việc kế tiếp, %s"
                            .formatted(day(end), called(end, time.calendar()), due.vietnamese()),
                    CIVIL_148,
                    due.iso());
        }
    }

    /** The days between that are named in the calendar, for a reader who counts along. */
    private String skipped(LocalDate from, LocalDate to) {
        String days = from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .flatMap(day -> time.calendar().named(day).stream())
                .filter(day -> day.kind() != DayKind.NONE)
                .map(CountedLimit::named)
                .collect(Collectors.joining("; "));
        return days.isEmpty() ? "" : " (" + days + ")";
    }

    private static String named(CalendarDay day) {
        return day.kind() == DayKind.OFF
                ? "nghỉ " + day(day.date()) + " " + inVietnamese(day.name())
                : "làm bù " + day(day.date());
    }

    /** Names in the published list carry ISO dates ("Hoán đổi sang 2019-05-04"). */
    private static String inVietnamese(String name) {
        return name.replaceAll("(\\d{4})-(\\d{2})-(\\d{2})", "$3/$2/$1");
    }

    static String called(LocalDate day, WorkingCalendar calendar) {
        return calendar.named(day)
                .map(named -> " (" + inVietnamese(named.name()) + ")")
                .orElse("");
    }

    private void step(int rule, String text, @Nullable String article, @Nullable String result) {
        steps.add(new ReckoningStep(rule, text, article, result));
    }

    private static String day(LocalDate day) {
        return VietnameseDates.weekdayAndDay(day);
    }

    private static String moment(LocalDateTime moment) {
        return VietnameseDates.moment(moment);
    }
}

package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.Pause;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.ClockPolicy;

/** How a due date came about, step by step: the reckoning itself, told from the same parts. */
public final class Explanation {

    /**
     * @param rule the rule of Motcua's counting, 1 to 12
     * @param article where the law says so, null where practice does
     * @param result the date or moment the step arrives at, ISO 8601; null where it arrives at none
     */
    public record Step(
            int rule,
            String text,
            @Nullable String article,
            @Nullable String result) {}

    private static final String CIVIL_147 = "Bộ luật Dân sự 2015, Điều 147";
    private static final String CIVIL_148 = "Bộ luật Dân sự 2015, Điều 148";
    private static final String RESTARTS = "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4";

    private final List<ReckoningStep> steps = new ArrayList<>();
    private final Ledger ledger;
    private final Course course;
    private final ClockReading reading;
    private final WorkingTime time;

    private Explanation(Ledger ledger, ClockReading reading) {
        this.ledger = ledger;
        this.course = ledger.course(reading.asOf());
        this.reading = reading;
        this.time = ledger.workingTime(course, reading.asOf());
    }

    static List<ReckoningStep> of(Ledger ledger, ClockReading reading) {
        Explanation explanation = new Explanation(ledger, reading);
        explanation.tell();
        return explanation.steps;
    }

    private void tell() {
        LocalDateTime start = ledger.start(course, reading.received());
        receipt(reading.received());
        course.extensions.forEach(this::extension);
        if (!start.equals(reading.received())) {
            step(
                    6,
                    "Đã nhận đủ giấy tờ bổ sung lúc %s; thời hạn tính lại từ đầu".formatted(moment(start)),
                    RESTARTS,
                    iso(start));
            effectiveDay(start);
        }
        List<Pause> pauses = ledger.pauses(course, start);
        pauses.forEach(this::pause);
        count(start, pauses);
        course.reappointments.forEach(this::reappointment);
        outcome();
    }

    private void receipt(LocalDateTime received) {
        ledger.acceptance(reading.asOf()).ifPresent(this::acceptance);
        step(2, "Tiếp nhận lúc " + moment(received), null, iso(received));
        effectiveDay(received);
    }

    private void acceptance(Acceptance acceptance) {
        step(
                2,
                "Nộp trực tuyến lúc %s; phải được trả lời chậm nhất %s (%s)"
                        .formatted(
                                moment(acceptance.filed()),
                                acceptance.due().vietnamese(),
                                acceptance.late() ? "đã trễ" : "kịp thời"),
                null,
                acceptance.due().iso());
    }

    private void effectiveDay(LocalDateTime start) {
        LocalDate day = time.effectiveDay(start);
        boolean counted = ledger.terms().limit().unit().endsWithDay();
        if (counted && !day.equals(start.toLocalDate())) {
            String why = time.calendar().isWorkingDay(start.toLocalDate())
                    ? "sau giờ đóng cửa " + time.hours().closing()
                    : "vào ngày nghỉ" + called(start.toLocalDate());
            step(
                    2,
                    "Tiếp nhận %s nên tính vào ngày làm việc kế tiếp, %s".formatted(why, day(day)),
                    null,
                    day.toString());
        }
    }

    private void extension(ClockEvent event) {
        step(
                7,
                "Gia hạn thêm %d %s (lúc %s), người duyệt: %s"
                        .formatted(
                                event.amount(),
                                ledger.terms().limit().unit().vietnamese(),
                                moment(event.occurredAt()),
                                event.approver()),
                event.legalBasis(),
                null);
    }

    private void pause(Pause pause) {
        TimeLimit limit = ledger.limit(course);
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
        TimeLimit limit = ledger.limit(course);
        Deadline due = reading.due();
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
            case CALENDAR_DAYS -> calendarDays(limit, from, pauses, due);
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

    private void calendarDays(TimeLimit limit, LocalDate from, List<Pause> pauses, Deadline due) {
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
                            .formatted(day(end), called(end), due.vietnamese()),
                    CIVIL_148,
                    due.iso());
        }
    }

    private void reappointment(ClockEvent event) {
        LocalDate appointment = event.appointment();
        step(
                8,
                "Đã xin lỗi và hẹn lại ngày %s (lúc %s); việc đúng hạn vẫn tính theo hạn cũ"
                        .formatted(appointment == null ? "?" : day(appointment), moment(event.occurredAt())),
                "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9",
                appointment == null ? null : appointment.toString());
    }

    private void outcome() {
        LocalDateTime resolved = reading.resolved();
        Timeliness timeliness = reading.timeliness();
        if (resolved != null && timeliness != null && course.end != null) {
            String late = course.endedWithoutDecision() ? "tính là đúng hạn trong báo cáo" : timeliness.vietnamese();
            int rule = course.end.kind() == EventKind.RESOLVED ? 10 : 11;
            step(
                    rule,
                    "%s lúc %s: %s".formatted(sentence(course.end.kind().vietnamese()), moment(resolved), late),
                    null,
                    iso(resolved));
        } else if (reading.waiting()) {
            boolean supplement =
                    course.openWait().filter(wait -> !wait.forPayment()).isPresent();
            boolean restarts = supplement && ledger.terms().policy() == ClockPolicy.RESTART;
            String policy = restarts ? "thời hạn sẽ tính lại từ đầu" : "thời hạn đang dừng";
            step(
                    6,
                    "Đang chờ người nộp từ %s: %s, không bị tính quá hạn"
                            .formatted(moment(reading.waitingSince()), policy),
                    null,
                    null);
        } else {
            step(
                    10,
                    reading.overdue() ? "Chưa có kết quả và đã quá hạn" : "Chưa có kết quả, còn trong hạn",
                    null,
                    null);
        }
    }

    /** The days between that are named in the calendar, for a reader who counts along. */
    private String skipped(LocalDate from, LocalDate to) {
        String days = from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .flatMap(day -> time.calendar().named(day).stream())
                .filter(day -> day.kind() != DayKind.NONE)
                .map(Explanation::named)
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

    private String called(LocalDate day) {
        return time.calendar()
                .named(day)
                .map(named -> " (" + inVietnamese(named.name()) + ")")
                .orElse("");
    }

    private void step(int rule, String text, @Nullable String article, @Nullable String result) {
        steps.add(new ReckoningStep(rule, text, article, result));
    }

    private static String sentence(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String iso(LocalDateTime moment) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
    }

    private static String day(LocalDate day) {
        return VietnameseDates.weekdayAndDay(day);
    }

    private static String moment(@Nullable LocalDateTime moment) {
        return moment == null ? "?" : VietnameseDates.moment(moment);
    }
}

package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Pause;
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
        steps.addAll(new CountedLimit(ledger.limit(course), time, reading.due()).steps(start, pauses));
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
                                acceptance.due().vietnamese()
                                        + (acceptance.due().provisional() ? ", tạm tính" : ""),
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
                    : "vào ngày nghỉ" + CountedLimit.called(start.toLocalDate(), time.calendar());
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

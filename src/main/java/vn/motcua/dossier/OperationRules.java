package vn.motcua.dossier;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.refusal.Refusal;

/** What an operation must satisfy before it becomes a ledger row; every refusal says what to do instead. */
final class OperationRules {

    private static final Set<EventKind> NEED_REASON = EnumSet.of(
            EventKind.NOT_ACCEPTED,
            EventKind.SUPPLEMENT_ASKED,
            EventKind.REAPPOINTED,
            EventKind.REFUSED,
            EventKind.WITHDRAWAL_DECLINED,
            EventKind.STOPPED);

    /** In the unit of the limit; anything longer is a slip of the hand. */
    private static final int LONGEST_EXTENSION = 366;

    /** Whether this very operation was done before; the same key for another operation is refused. */
    boolean isDone(Ledger ledger, EventKind kind, Act act) {
        for (ClockEvent event : ledger.events()) {
            if (act.key() != null && act.key().equals(event.operationKey())) {
                if (event.kind() != kind) {
                    throw new Refusal("Khoá thao tác %s đã dùng cho việc khác (%s); hãy dùng khoá mới"
                            .formatted(act.key(), event.kind().vietnamese()));
                }
                return true;
            }
        }
        return false;
    }

    /** The row of the ledger, with its times checked: not in the future, not before the dossier's last event. */
    ClockEvent event(EventKind kind, Act act, List<ClockEvent> before, LocalDateTime now) {
        ClockEvent last = before.stream()
                .filter(event -> event.kind() != EventKind.RECALCULATED)
                .reduce((earlier, later) -> later)
                .orElse(null);
        // The clocks of two nodes may differ a little: what is done now is never before what was done.
        LocalDateTime present = last != null && last.recordedAt().isAfter(now) ? last.recordedAt() : now;
        LocalDateTime occurred =
                act.occurredAt() == null ? present : act.occurredAt().truncatedTo(ChronoUnit.MICROS);
        if (occurred.isAfter(present)) {
            throw new Refusal(
                    "Thời điểm %s ở tương lai; hãy kiểm tra lại ngày giờ".formatted(VietnameseDates.moment(occurred)));
        }
        if (last != null && occurred.isBefore(last.occurredAt())) {
            throw new Refusal("Thời điểm %s trước việc gần nhất của hồ sơ (%s, %s); hãy kiểm tra lại ngày giờ"
                    .formatted(
                            VietnameseDates.moment(occurred),
                            last.kind().vietnamese(),
                            VietnameseDates.moment(last.occurredAt())));
        }
        return new ClockEvent(kind, occurred, present, act.actor(), act.reason(), null, null, null, null, act.key());
    }

    void checkFiling(Filing filing, Agency agency, LocalDate day) {
        if (filing.applicant().name().isBlank()) {
            throw new Refusal("Thiếu tên người nộp; hãy nhập họ tên hoặc tên tổ chức");
        }
        if (!agency.isOpenOn(day)) {
            throw new Refusal("Đơn vị %s đã kết thúc hoạt động từ %s; hãy chọn đơn vị tiếp nhận nhiệm vụ"
                    .formatted(agency.name(), VietnameseDates.day(closing(agency))));
        }
    }

    void check(Dossier dossier, ProcedureVersion version, Ledger ledger, ClockEvent event) {
        Kept state = Kept.of(ledger, event.recordedAt());
        if (ledger.state().after(event.kind()).isEmpty()) {
            throw new Refusal("Hồ sơ %s đang ở trạng thái “%s” nên không thể %s%s"
                    .formatted(
                            dossier.code(),
                            state.status().vietnamese(),
                            event.kind().vietnamese(),
                            lastDone(ledger)));
        }
        if (NEED_REASON.contains(event.kind())
                && (event.reason() == null || event.reason().isBlank())) {
            throw new Refusal("Để %s phải nêu lý do".formatted(event.kind().vietnamese()));
        }
        switch (event.kind()) {
            case SUPPLEMENT_ASKED -> checkSupplement(version, ledger, state);
            case EXTENDED -> checkExtension(ledger, event);
            case REAPPOINTED -> checkReappointment(ledger, event);
            default -> {}
        }
    }

    private static void checkSupplement(ProcedureVersion version, Ledger ledger, Kept state) {
        if (state.received() == null) {
            return;
        }
        int asked = ledger.course(LocalDateTime.MAX).waits.stream()
                .mapToInt(wait -> wait.forPayment() ? 0 : 1)
                .sum();
        int allowed = version.definition().supplementRequests();
        if (asked >= allowed) {
            throw new Refusal(
                    "Đã yêu cầu bổ sung %d lần, thủ tục này chỉ cho phép %d lần (Nghị định 61/2018/NĐ-CP, Điều 15 khoản 3); hãy giải quyết theo giấy tờ hiện có hoặc từ chối"
                            .formatted(asked, allowed));
        }
    }

    private static void checkExtension(Ledger ledger, ClockEvent event) {
        if (event.amount() == null || event.amount() < 1 || event.amount() > LONGEST_EXTENSION) {
            throw new Refusal("Thời gian gia hạn phải từ 1 đến %d %s"
                    .formatted(LONGEST_EXTENSION, ledger.terms().limit().unit().vietnamese()));
        }
        if (blank(event.legalBasis()) || blank(event.approver())) {
            throw new Refusal("Gia hạn phải nêu căn cứ pháp lý và người duyệt");
        }
        Deadline due = dueAt(ledger, event.occurredAt());
        if (ledger.asOf(event.occurredAt()).filter(ClockReading::overdue).isPresent()) {
            throw new Refusal(
                    "Hạn %s đã qua, không thể gia hạn nữa; hãy xin lỗi và giải quyết ngay".formatted(due.vietnamese()));
        }
    }

    private static void checkReappointment(Ledger ledger, ClockEvent event) {
        if (!ledger.course(LocalDateTime.MAX).reappointments.isEmpty()) {
            throw new Refusal(
                    "Hồ sơ đã được hẹn lại một lần; chỉ được hẹn lại một lần (Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9)");
        }
        Deadline due = dueAt(ledger, event.occurredAt());
        LocalDateTime latest = due.endsWithDay() ? due.day().atStartOfDay() : due.lastInstant();
        if (!event.occurredAt().isBefore(latest)) {
            throw new Refusal("Phải xin lỗi và hẹn lại trước hạn %s ít nhất một ngày".formatted(due.vietnamese()));
        }
        if (event.appointment() == null
                || event.appointment().isBefore(due.day())
                || due.endsWithDay() && event.appointment().equals(due.day())) {
            throw new Refusal("Ngày hẹn lại phải sau hạn %s".formatted(due.vietnamese()));
        }
    }

    private static Deadline dueAt(Ledger ledger, LocalDateTime moment) {
        return ledger.asOf(moment).orElseThrow().due();
    }

    private static String lastDone(Ledger ledger) {
        ClockEvent last = ledger.events().get(ledger.events().size() - 1);
        return " (%s đã %s lúc %s)"
                .formatted(
                        OnlineApplicant.shown(last.actor()),
                        last.kind().vietnamese(),
                        VietnameseDates.moment(last.occurredAt()));
    }

    private static LocalDate closing(Agency agency) {
        return agency.closedFrom() == null ? LocalDate.MAX : agency.closedFrom();
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}

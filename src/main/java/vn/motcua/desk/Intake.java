package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Papers;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Submissions;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.CounterIntake;

/** Makes a dossier of what was entered at the counter, all of it or nothing. */
@Component
@ConditionalOnWebApplication
class Intake {

    static final String ACCEPT = "accept";
    static final String SUPPLEMENT = "supplement";

    private final IntakeDrafts drafts;
    private final Procedures procedures;
    private final Agencies agencies;
    private final CounterIntake counter;
    private final Dossiers dossiers;
    private final Submissions submissions;
    private final Papers papers;
    private final Attachments attachments;
    private final Clock clock;

    Intake(
            IntakeDrafts drafts,
            Procedures procedures,
            Agencies agencies,
            CounterIntake counter,
            Dossiers dossiers,
            Submissions submissions,
            Papers papers,
            Attachments attachments,
            Clock clock) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.agencies = agencies;
        this.counter = counter;
        this.dossiers = dossiers;
        this.submissions = submissions;
        this.papers = papers;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** The page for a procedure in force today that agencies such as the clerk's handle; refused for another one. */
    IntakeSheet sheet(SignedIn who, String procedure) {
        IntakeSheet sheet =
                IntakeSheet.of(procedures.getInForce(procedure, today()).definition());
        if (sheet.procedure().agencyLevel() != agency(who).level()) {
            throw new Refusal("Thủ tục %s không do cấp của %s giải quyết; hãy chọn thủ tục khác"
                    .formatted(procedure, agency(who).name()));
        }
        return sheet;
    }

    static IntakeDrafts.Owner owner(SignedIn who) {
        return new IntakeDrafts.Owner(who.username(), who.agencyId());
    }

    Agency agency(SignedIn who) {
        return agencies.get(Objects.requireNonNull(who.agencyId()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** When the result would be due were the dossier received now. */
    Deadline dueNow(SignedIn who, String procedure) {
        return dossiers.dueIfReceived(procedure, agency(who).code(), LocalDateTime.now(clock));
    }

    /**
     * Files the draft and does the first check. A draft that is a dossier already stays that dossier.
     *
     * @param told the day that the clerk was shown as the due date
     * @return the dossier code
     * @throws Refusal where anything does not fit, and where the due date is another one by now
     */
    @Transactional
    public String confirm(SignedIn who, UUID id, String decision, String reason, String told) {
        IntakeDraft draft = drafts.lock(owner(who), id);
        if (draft.dossierCode() != null) {
            return draft.dossierCode();
        }
        IntakeSheet sheet = sheet(who, draft.procedure());
        IntakeEntry entry = draft.entry();
        boolean accepted = decision.equals(ACCEPT);
        if (accepted) {
            checkDue(who, draft.procedure(), told);
        }
        IntakeSheet.Checked checked = sheet.check(entry, today());
        if (!checked.isFine()) {
            throw new Refusal("Hồ sơ nhập chưa đủ; hãy quay lại sửa những chỗ được đánh dấu");
        }
        String code = counter.receive(
                draft.procedure(),
                agency(who).code(),
                checked.fields(),
                accepted ? ACCEPT : SUPPLEMENT,
                accepted ? null : reason,
                who.username(),
                draft.key());
        store(dossiers.get(code).id(), draft, sheet, who);
        drafts.filed(id, code);
        return code;
    }

    private void store(long dossier, IntakeDraft draft, IntakeSheet sheet, SignedIn who) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(ResultChannel.FIELD, draft.entry().result().name());
        if (draft.entry().result() == ResultChannel.POST) {
            result.put(ResultChannel.ADDRESS_FIELD, draft.entry().resultAddress());
        }
        submissions.put(dossier, result);
        papers.counted(dossier, sheet.counted(draft.entry()), who.username());
        attachments.file(AttachmentHolder.draft(draft.id()), dossier);
    }

    /** What was read out to the applicant is what is written down. */
    private void checkDue(SignedIn who, String procedure, String told) {
        Deadline due = dueNow(who, procedure);
        if (!due.day().toString().equals(told)) {
            throw new Refusal("Ngày hẹn trả nay là %s, không còn như đã xem; hãy xem lại rồi xác nhận"
                    .formatted(due.vietnamese()));
        }
    }
}

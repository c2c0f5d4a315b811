package vn.motcua.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Submissions;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeEntry;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.DossierFlow;

/** Makes a dossier of what an applicant has entered, all of it or nothing. */
@Component
@ConditionalOnProperty(name = "camunda.bpm.enabled", matchIfMissing = true)
public class Filings {

    /** From one account within 24 hours: more than a publisher's office has, and no work for a program. */
    static final int MOST_A_DAY = 50;

    private final FilingDrafts drafts;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Receivers receivers;
    private final DossierFlow flow;
    private final Dossiers dossiers;
    private final DossierOwners owners;
    private final Submissions submissions;
    private final Attachments attachments;
    private final Clock clock;

    Filings(
            FilingDrafts drafts,
            Procedures procedures,
            Agencies agencies,
            Receivers receivers,
            DossierFlow flow,
            Dossiers dossiers,
            DossierOwners owners,
            Submissions submissions,
            Attachments attachments,
            Clock clock) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.agencies = agencies;
        this.receivers = receivers;
        this.flow = flow;
        this.dossiers = dossiers;
        this.owners = owners;
        this.submissions = submissions;
        this.attachments = attachments;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** What is asked for a procedure in force today; refused for another one. */
    IntakeSheet sheet(String procedure) {
        return IntakeSheet.of(procedures.getInForce(procedure, today()).definition());
    }

    /** What would be sent, and what is wrong with it; the account's address stands in for one left out. */
    IntakeSheet.Checked check(IntakeDraft draft, IntakeSheet sheet, String email) {
        IntakeEntry entry = draft.entry();
        IntakeEntry addressed =
                entry.one(FilingEntry.EMAIL).isEmpty() ? entry.with(Map.of(FilingEntry.EMAIL, email)) : entry;
        List<String> papers = attachments.of(AttachmentHolder.draft(draft.id())).stream()
                .map(file -> (file.component() == null ? "Giấy tờ khác" : file.component()) + ": tệp " + file.name())
                .toList();
        IntakeSheet.Checked checked = sheet.checkOnline(addressed, papers, today());
        Map<String, String> problems = new LinkedHashMap<>(checked.problems());
        FilingEntry.problem(entry).ifPresent(problem -> problems.putIfAbsent(IntakeSheet.ID_NUMBER, problem));
        return new IntakeSheet.Checked(checked.fields(), problems, checked.wrong());
    }

    /** By when the agency would have to answer were it filed now. */
    Deadline answerNow(IntakeDraft draft) {
        return dossiers.answerIfFiled(draft.procedure(), agencyCode(draft), LocalDateTime.now(clock));
    }

    /** When the result would be due were it accepted at the last moment for that. */
    Deadline resultAfter(IntakeDraft draft, Deadline answer) {
        return dossiers.dueIfReceived(draft.procedure(), agencyCode(draft), answer.lastInstant());
    }

    private String agencyCode(IntakeDraft draft) {
        return agencies.get(draft.agencyId()).code();
    }

    /**
     * Files the draft. One that is a dossier already stays that dossier, however often it is sent.
     *
     * @return the dossier code
     * @throws Refusal where anything does not fit any more
     */
    @Transactional
    public String send(SignedInApplicant who, UUID id) {
        IntakeDraft draft = drafts.lock(who, id);
        if (draft.dossierCode() != null) {
            return draft.dossierCode();
        }
        LocalDateTime yesterday = LocalDateTime.now(clock).minusDays(1);
        if (owners.filedSince(who.accountId(), yesterday) >= MOST_A_DAY) {
            throw new Refusal(
                    "Tài khoản này đã nộp %d hồ sơ trong 24 giờ qua; hãy nộp tiếp vào ngày mai".formatted(MOST_A_DAY));
        }
        IntakeSheet sheet = sheet(draft.procedure());
        receivers.check(sheet.procedure(), draft.agencyId());
        IntakeSheet.Checked checked = check(draft, sheet, who.email());
        if (!checked.isFine()) {
            throw new Refusal("Hồ sơ chưa điền đủ; hãy quay lại sửa những chỗ được đánh dấu");
        }
        String code = flow.file(draft.procedure(), agencyCode(draft), checked.fields(), who.actor(), draft.key());
        long dossier = dossiers.get(code).id();
        owners.filed(dossier, who.accountId());
        submissions.put(dossier, besides(who, draft.entry()));
        attachments.file(AttachmentHolder.draft(id), dossier);
        drafts.filed(id, code);
        return code;
    }

    private static Map<String, Object> besides(SignedInApplicant who, IntakeEntry entry) {
        Map<String, Object> fields = new HashMap<>();
        fields.put(ResultChannel.FIELD, entry.result().name());
        if (entry.result() == ResultChannel.POST) {
            fields.put(ResultChannel.ADDRESS_FIELD, entry.resultAddress());
        }
        fields.put(Submissions.FILED_BY, who.fullName());
        if (FilingEntry.capacity(entry).needsBasis()) {
            fields.put(Submissions.FILED_BY_BASIS, entry.one(FilingEntry.BASIS));
        }
        return fields;
    }
}

package vn.motcua.filing;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.dossier.Submissions;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.refusal.Refusal;

/** What applicants are entering and have not sent. */
@Component
public class FilingDrafts {

    /** Of one account at a time; the list shows no more. */
    static final int MOST = 20;

    private final IntakeDrafts drafts;
    private final Receivers receivers;
    private final DossierOwners owners;
    private final Submissions submissions;

    FilingDrafts(IntakeDrafts drafts, Receivers receivers, DossierOwners owners, Submissions submissions) {
        this.drafts = drafts;
        this.receivers = receivers;
        this.owners = owners;
        this.submissions = submissions;
    }

    private static IntakeDrafts.Owner owner(SignedInApplicant who) {
        return new IntakeDrafts.Owner(who.actor(), null);
    }

    /** A new one; refused where the agency does not take the procedure online, and for one too many. */
    @Transactional
    public UUID begin(
            SignedInApplicant who, ProcedureDefinition procedure, int agency, Capacity capacity, String basis) {
        receivers.check(procedure, agency);
        if (drafts.open(owner(who)).size() >= MOST) {
            throw new Refusal("Bạn đang soạn %d hồ sơ; hãy nộp hoặc xóa bớt rồi nộp hồ sơ mới".formatted(MOST));
        }
        UUID draft = drafts.begin(owner(who), agency, procedure.code());
        drafts.keep(draft, FilingEntry.begun(who, capacity, basis, lastTime(who, capacity)));
        return draft;
    }

    /** What the account's last dossier of the same kind says of the applicant. */
    private Map<String, Object> lastTime(SignedInApplicant who, Capacity capacity) {
        OptionalLong last = owners.last(who.accountId());
        return last.isEmpty() ? Map.of() : FilingEntry.known(submissions.fields(last.getAsLong()), capacity);
    }

    List<IntakeDraft> open(SignedInApplicant who, String procedure) {
        return drafts.open(owner(who)).stream()
                .filter(draft -> draft.procedure().equals(procedure))
                .toList();
    }

    public IntakeDraft get(SignedInApplicant who, UUID id) {
        return drafts.get(owner(who), id);
    }

    IntakeDraft lock(SignedInApplicant who, UUID id) {
        return drafts.lock(owner(who), id);
    }

    /** Keeps what one page has sent; of two pages sent at once, as from two devices, neither undoes the other. */
    @Transactional
    public IntakeDraft keep(SignedInApplicant who, UUID id, Steps.Step step, Map<String, List<String>> typed) {
        IntakeDraft draft = lock(who, id);
        drafts.keep(id, FilingEntry.with(draft.entry(), step.fields(), typed));
        return get(who, id);
    }

    void filed(UUID id, String code) {
        drafts.filed(id, code);
    }

    void drop(SignedInApplicant who, UUID id) {
        drafts.drop(get(who, id).id());
    }
}

package vn.motcua.mine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.mine.SupplementAnswers.SupplementAnswer;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.DossierFlow;

/** What applicants do to their dossiers: each is one transaction, and done once however often it is sent. */
@Component
@ConditionalOnWebApplication
class ApplicantActs {

    static final Set<EventKind> SUPPLEMENTED = EnumSet.of(EventKind.SUPPLEMENT_RECEIVED);
    static final Set<EventKind> WITHDREW = EnumSet.of(EventKind.WITHDRAWAL_ASKED, EventKind.WITHDRAWN);

    private final OwnDossiers own;
    private final SupplementAnswers answers;
    private final Attachments attachments;
    private final Submissions submissions;
    private final DossierFlow flow;
    private final Clock clock;

    ApplicantActs(
            OwnDossiers own,
            SupplementAnswers answers,
            Attachments attachments,
            Submissions submissions,
            DossierFlow flow,
            Clock clock) {
        this.own = own;
        this.answers = answers;
        this.attachments = attachments;
        this.submissions = submissions;
        this.flow = flow;
        this.clock = clock;
    }

    /** Whether the applicant may still ask for the dossier back; the process knows of a decision that was just made. */
    static boolean mayWithdraw(Dossier dossier) {
        return !dossier.status().isEnded() && dossier.status() != Status.WITHDRAWAL_ASKED;
    }

    /** Whether the result is still to be handed over. */
    static boolean mayChooseResult(Dossier dossier) {
        return !dossier.status().isEnded() || dossier.status() == Status.RESOLVED;
    }

    /**
     * Sends what was put together: the files become the dossier's, and its clock goes on from now.
     *
     * @param seen what had happened to the dossier when the form was opened
     * @throws Overtaken where nothing is awaited any more
     */
    @Transactional
    public void sendSupplement(SignedInApplicant who, String code, long seen) {
        Dossier dossier = own.lock(who, code);
        if (own.hasDone(who, dossier, SUPPLEMENTED, seen)) {
            return;
        }
        if (dossier.status() != Status.WAITING_SUPPLEMENT) {
            throw new Overtaken();
        }
        SupplementAnswer answer = answers.lock(dossier.id()).orElseThrow(Overtaken::new);
        List<Attachment> files = attachments.of(answer.holder());
        record(who, dossier, Submission.SUPPLEMENT, "Bổ sung hồ sơ trực tuyến", said(answer, files), false);
        attachments.file(answer.holder(), dossier.id());
        answers.drop(answer);
        unlessOvertaken(() -> flow.supplementReceived(code, who.actor()));
    }

    private static Map<String, Object> said(SupplementAnswer answer, List<Attachment> files) {
        Map<String, Object> said = new LinkedHashMap<>();
        if (!answer.comment().isBlank()) {
            said.put("comment", answer.comment().strip());
        }
        if (!files.isEmpty()) {
            said.put("files", files.stream().map(Attachment::name).collect(Collectors.joining("\n")));
        }
        return said;
    }

    /** @throws Overtaken after the decision and where it was asked already, by the counter for instance */
    @Transactional
    public void withdraw(SignedInApplicant who, String code, long seen, String reason) {
        Dossier dossier = own.lock(who, code);
        if (own.hasDone(who, dossier, WITHDREW, seen)) {
            return;
        }
        if (!mayWithdraw(dossier)) {
            throw new Overtaken();
        }
        unlessOvertaken(() -> flow.askWithdrawal(code, who.actor(), reason));
    }

    /**
     * Takes down how the result is to be handed over.
     *
     * @param address where to, empty for the counter
     * @throws Overtaken once it was handed over, and where there is none to come
     */
    @Transactional
    public void chooseResult(SignedInApplicant who, String code, ResultChannel channel, String address) {
        Dossier dossier = own.lock(who, code);
        if (!mayChooseResult(dossier)) {
            throw new Overtaken();
        }
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put(ResultChannel.FIELD, channel.name());
        if (channel == ResultChannel.POST) {
            wish.put(ResultChannel.ADDRESS_FIELD, address);
        }
        Map<String, Object> known = submissions.fields(dossier.id());
        if (!known.entrySet().containsAll(wish.entrySet())) {
            record(who, dossier, Submission.RESULT_WISH, "Chọn cách nhận kết quả", wish, true);
        }
    }

    private void record(
            SignedInApplicant who,
            Dossier dossier,
            String what,
            String name,
            Map<String, Object> fields,
            boolean ofDossier) {
        submissions.add(
                dossier.id(),
                new Submission(
                        what,
                        what + ":" + UUID.randomUUID(),
                        name,
                        null,
                        dossier.agencyId(),
                        who.actor(),
                        LocalDateTime.now(clock),
                        fields),
                ofDossier);
    }

    /** The process says no in words for staff, and names them. */
    private static void unlessOvertaken(Runnable act) {
        try {
            act.run();
        } catch (Refusal refusal) {
            throw new Overtaken(refusal);
        }
    }
}

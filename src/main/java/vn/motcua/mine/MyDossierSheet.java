package vn.motcua.mine;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.documents.Documents;
import vn.motcua.documents.PrintForm;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Submissions;
import vn.motcua.files.FileShelf;
import vn.motcua.payment.Payments;
import vn.motcua.payment.ToPay;
import vn.motcua.portal.TrackedDossier;
import vn.motcua.portal.Tracking;
import vn.motcua.statistics.Ratings;

/** Reads what the page of an applicant's own dossier shows. */
@Component
@ConditionalOnWebApplication
class MyDossierSheet {

    /**
     * What the page shows.
     *
     * @param todo null where nothing is asked of the applicant
     * @param toPay null unless the dossier waits for that
     * @param unsent whether an answer to a former request was begun and never sent
     * @param results what the office attached for the applicant, none before the dossier is resolved
     * @param sent the files that the applicant sent
     * @param prints the forms that were issued
     * @param postTo where the result is to be sent, null for the counter
     * @param stars that the applicant gave, null before
     */
    record Shown(
            TrackedDossier tracked,
            @Nullable Todo todo,
            @Nullable ToPay toPay,
            boolean unsent,
            List<Attachment> results,
            List<Attachment> sent,
            List<PrintForm> prints,
            @Nullable String postTo,
            @Nullable Integer stars,
            boolean mayRate,
            boolean mayWithdraw,
            boolean mayChooseResult) {

        /** The sentence that says what happens next; the account offers more than the counter for some statuses. */
        public String next() {
            Status status = tracked.status();
            boolean here = status == Status.WAITING_SUPPLEMENT
                    || status == Status.WAITING_PAYMENT
                    || status == Status.RESOLVED;
            return (here ? "mine.next." : "track.next.") + status.name();
        }
    }

    private final Tracking tracking;
    private final Attachments attachments;
    private final Documents documents;
    private final Submissions submissions;
    private final SupplementAnswers answers;
    private final Ratings ratings;
    private final ObjectProvider<Payments> payments;

    MyDossierSheet(
            Tracking tracking,
            Attachments attachments,
            Documents documents,
            Submissions submissions,
            SupplementAnswers answers,
            Ratings ratings,
            ObjectProvider<Payments> payments) {
        this.tracking = tracking;
        this.attachments = attachments;
        this.documents = documents;
        this.submissions = submissions;
        this.answers = answers;
        this.ratings = ratings;
        this.payments = payments;
    }

    /** Whether the file may be downloaded by the applicant whose dossier it belongs to. */
    static boolean isFor(SignedInApplicant who, Dossier dossier, Attachment file) {
        return file.addedBy().equals(who.actor()) || isResult(dossier, file);
    }

    /** Before the dossier is resolved a result is a draft of the office. */
    private static boolean isResult(Dossier dossier, Attachment file) {
        boolean resolved = dossier.status() == Status.RESOLVED || dossier.status() == Status.RETURNED;
        return resolved && FileShelf.RESULT.equals(file.component());
    }

    /** The forms that go to the applicant, as far as there was an occasion for them. */
    List<PrintForm> prints(Dossier dossier) {
        return documents.printable(dossier).stream()
                .filter(PrintForm::isForApplicant)
                .toList();
    }

    /** @param dossier the applicant's own */
    @Transactional(readOnly = true)
    public Shown of(SignedInApplicant who, Dossier dossier) {
        List<Attachment> files = attachments.of(dossier.id());
        OptionalInt stars = ratings.of(dossier.id());
        boolean rated = stars.isPresent();
        Status status = dossier.status();
        return new Shown(
                tracking.of(dossier.code()).orElseThrow(),
                Todo.of(status, !rated),
                payments.getIfAvailable() == null
                        ? null
                        : payments.getObject().toPay(dossier.code()).orElse(null),
                status != Status.WAITING_SUPPLEMENT && answers.of(dossier.id()).isPresent(),
                files.stream().filter(file -> isResult(dossier, file)).toList(),
                files.stream()
                        .filter(file -> file.addedBy().equals(who.actor()))
                        .toList(),
                prints(dossier),
                postTo(dossier),
                rated ? stars.getAsInt() : null,
                !rated && status.isEnded(),
                ApplicantActs.mayWithdraw(dossier),
                ApplicantActs.mayChooseResult(dossier));
    }

    private @Nullable String postTo(Dossier dossier) {
        Map<String, Object> fields = submissions.fields(dossier.id());
        return ResultChannel.POST.name().equals(fields.get(ResultChannel.FIELD))
                ? Objects.toString(fields.get(ResultChannel.ADDRESS_FIELD), "")
                : null;
    }
}

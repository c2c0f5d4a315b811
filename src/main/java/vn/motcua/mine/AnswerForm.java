package vn.motcua.mine;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.files.FileShelf;
import vn.motcua.mine.SupplementAnswers.SupplementAnswer;

/** Takes in the form of an answer: keeps what it brings, and says what is wrong with it. */
@Component
@ConditionalOnWebApplication
class AnswerForm {

    static final int LONGEST = 2000;

    private static final String SEND = "send";
    private static final String REMOVE = "remove:";

    /**
     * The form as it was sent.
     *
     * @param act add, send, or remove: and the number of a file
     */
    record Sent(String act, String seen, String comment, String component, List<MultipartFile> file) {

        boolean isSend() {
            return act.equals(SEND);
        }
    }

    private final SupplementAnswers answers;
    private final Attachments attachments;
    private final Procedures procedures;
    private final FileShelf shelf;
    private final MessageSource messages;

    AnswerForm(
            SupplementAnswers answers,
            Attachments attachments,
            Procedures procedures,
            FileShelf shelf,
            MessageSource messages) {
        this.answers = answers;
        this.attachments = attachments;
        this.procedures = procedures;
        this.shelf = shelf;
        this.messages = messages;
    }

    /** A sentence for each file that was refused; like all of them in Vietnamese. */
    List<String> keep(SignedInApplicant who, Dossier dossier, Sent sent) {
        SupplementAnswer answer = answers.keep(dossier.id(), sent.comment());
        if (sent.act().startsWith(REMOVE)) {
            long file = Problems.number(sent.act().substring(REMOVE.length()));
            attachments.remove(answer.holder(), file, who.actor());
        }
        List<String> components =
                FileShelf.components(procedures.get(dossier.versionId()).definition());
        try {
            return shelf.take(answer.holder(), sent.file(), sent.component(), components, who.actor());
        } catch (DataIntegrityViolationException sentMeanwhile) {
            return List.of(messages.getMessage("mine.answer.sentMeanwhile", null, Locale.forLanguageTag("vi")));
        }
    }

    /** What keeps it from being sent, by field. */
    Map<String, String> problems(Dossier dossier, Sent sent, List<String> refused) {
        String comment = SupplementAnswers.storable(sent.comment()).strip();
        boolean empty = comment.isEmpty()
                && refused.isEmpty()
                && answers.of(dossier.id())
                        .map(answer -> attachments.of(answer.holder()).isEmpty())
                        .orElse(true);
        return new Problems(messages)
                .when(empty, "file", "mine.answer.empty")
                .when(Problems.length(comment) > LONGEST, "comment", "mine.tooLong", LONGEST)
                .told();
    }
}

package vn.motcua.mine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Status;
import vn.motcua.files.FileShelf;
import vn.motcua.mine.SupplementAnswers.SupplementAnswer;
import vn.motcua.portal.Tracking;

/** Puts together what the form of an answer shows. */
@Component
class AnswerView {

    private final Tracking tracking;
    private final SupplementAnswers answers;
    private final Attachments attachments;
    private final Procedures procedures;

    AnswerView(Tracking tracking, SupplementAnswers answers, Attachments attachments, Procedures procedures) {
        this.tracking = tracking;
        this.answers = answers;
        this.attachments = attachments;
        this.procedures = procedures;
    }

    /**
     * The template, with its model.
     *
     * @param comment as it was just typed, null for what was kept
     * @param refused a sentence for each file that was not taken
     */
    String page(
            Dossier dossier,
            long seen,
            @Nullable String comment,
            Map<String, String> problems,
            List<String> refused,
            Model model) {
        Optional<SupplementAnswer> answer = answers.of(dossier.id());
        ProcedureDefinition procedure = procedures.get(dossier.versionId()).definition();
        List<Attachment> files =
                answer.map(kept -> attachments.of(kept.holder())).orElse(List.of());
        model.addAttribute("dossier", tracking.of(dossier.code()).orElseThrow());
        model.addAttribute("open", dossier.status() == Status.WAITING_SUPPLEMENT);
        model.addAttribute("seen", seen);
        model.addAttribute(
                "comment",
                comment != null
                        ? comment
                        : answer.map(SupplementAnswer::comment).orElse(""));
        model.addAttribute("files", files);
        model.addAttribute("components", FileShelf.components(procedure));
        model.addAttribute("problems", problems);
        model.addAttribute("refused", refused);
        return "mine/answer";
    }
}

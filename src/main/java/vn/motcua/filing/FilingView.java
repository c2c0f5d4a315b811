package vn.motcua.filing;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.files.FileShelf;
import vn.motcua.forms.FilledForm;
import vn.motcua.intake.FeeShown;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.DeadlineWords;
import vn.motcua.workflow.FeeQuote;

/** What the pages of a filing show. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "camunda.bpm.enabled", matchIfMissing = true)
class FilingView {

    private final Filings filings;
    private final Agencies agencies;
    private final Attachments attachments;
    private final FeeQuote fees;
    private final DeadlineWords words;

    FilingView(Filings filings, Agencies agencies, Attachments attachments, FeeQuote fees, DeadlineWords words) {
        this.filings = filings;
        this.agencies = agencies;
        this.attachments = attachments;
        this.fees = fees;
        this.words = words;
    }

    /**
     * One page of the filing.
     *
     * @param checked what is wrong, as far as it is asked for on this page
     */
    String step(IntakeDraft draft, Steps steps, Steps.Step step, IntakeSheet.Checked checked, Model model) {
        IntakeSheet sheet = filings.sheet(draft.procedure());
        head(draft, sheet.procedure(), model);
        model.addAttribute("steps", steps);
        model.addAttribute("step", step);
        model.addAttribute("before", steps.before(step).orElse(null));
        model.addAttribute("wrong", checked.wrong());
        model.addAttribute("changed", draft.changed());
        files(draft, sheet, model);
        if (step.section() == null) {
            return "filing/" + step.address();
        }
        FilledForm whole = filled(draft, sheet, checked.problems());
        model.addAttribute("filled", new FilledForm(List.of(whole.parts().get(step.number() - 1))));
        return "filing/form";
    }

    private void head(IntakeDraft draft, ProcedureDefinition procedure, Model model) {
        model.addAttribute("draft", draft.id());
        model.addAttribute("procedure", procedure);
        model.addAttribute("agency", agencies.get(draft.agencyId()));
        model.addAttribute("entry", draft.entry());
        model.addAttribute("capacity", FilingEntry.capacity(draft.entry()));
    }

    private FilledForm filled(IntakeDraft draft, IntakeSheet sheet, Map<String, String> problems) {
        return FilledForm.of(sheet.asked(), Map.of(), draft.entry().typed(), problems, filings.today());
    }

    /** The fields that are not asked for, given what was typed into others; for the script of the page. */
    List<String> hidden(IntakeDraft draft) {
        return filled(draft, filings.sheet(draft.procedure()), Map.of()).hidden();
    }

    void files(IntakeDraft draft, IntakeSheet sheet, Model model) {
        List<Attachment> files = attachments.of(AttachmentHolder.draft(draft.id()));
        List<String> components = FileShelf.components(sheet.procedure());
        model.addAttribute("draft", draft.id());
        model.addAttribute("files", files);
        model.addAttribute("components", components);
        model.addAttribute(
                "missing",
                components.stream()
                        .filter(paper -> files.stream().noneMatch(file -> paper.equals(file.component())))
                        .toList());
    }

    /** @param address of the page on which they are changed */
    record Answered(IntakeSheet.Answers part, String address) {}

    /** Everything once more, before it is sent. */
    String check(SignedInApplicant who, IntakeDraft draft, IntakeSheet.Checked checked, Model model) {
        IntakeSheet sheet = filings.sheet(draft.procedure());
        head(draft, sheet.procedure(), model);
        files(draft, sheet, model);
        model.addAttribute("applicant", who);
        Steps steps = Steps.of(sheet);
        model.addAttribute("steps", steps);
        model.addAttribute(
                "answers",
                sheet.answers(checked.fields()).stream()
                        .map(part -> new Answered(part, steps.about(part.heading())))
                        .toList());
        model.addAttribute(
                "fee", FeeShown.of(sheet.procedure(), fees.of(sheet.procedure(), sheet.whole(), checked.fields())));
        Deadline answer = filings.answerNow(draft);
        Deadline result = filings.resultAfter(draft, answer);
        model.addAttribute("answer", words.of(draft.agencyId(), answer.lastInstant(), null));
        model.addAttribute("result", words.of(draft.agencyId(), result.lastInstant(), null));
        model.addAttribute("provisional", answer.provisional() || result.provisional());
        return "filing/check";
    }
}

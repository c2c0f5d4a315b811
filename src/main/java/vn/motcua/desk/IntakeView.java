package vn.motcua.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.FormerApplicants;
import vn.motcua.dossier.Paper;
import vn.motcua.files.FileShelf;
import vn.motcua.forms.FilledForm;
import vn.motcua.intake.FeeShown;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.DeadlineWords;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.FeeQuote;

/** What the pages of an intake show. */
@Component
@ConditionalOnWebApplication
class IntakeView {

    private final Intake intake;
    private final Procedures procedures;
    private final Attachments attachments;
    private final FormerApplicants applicants;
    private final FeeQuote fees;
    private final DeadlineWords words;
    private final Scopes scopes;

    IntakeView(
            Intake intake,
            Procedures procedures,
            Attachments attachments,
            FormerApplicants applicants,
            FeeQuote fees,
            DeadlineWords words,
            Scopes scopes) {
        this.intake = intake;
        this.procedures = procedures;
        this.attachments = attachments;
        this.applicants = applicants;
        this.fees = fees;
        this.words = words;
        this.scopes = scopes;
    }

    Map<String, String> procedureNames(List<IntakeDraft> drafts) {
        return drafts.stream()
                .map(IntakeDraft::procedure)
                .distinct()
                .collect(Collectors.toMap(code -> code, code -> procedures
                        .inForce(code, intake.today())
                        .map(version -> version.definition().name())
                        .orElse(code)));
    }

    /** @param checked what is wrong with what was entered, null while nobody has asked */
    String form(SignedIn who, IntakeDraft draft, IntakeSheet.@Nullable Checked checked, Model model) {
        IntakeSheet sheet = intake.sheet(who, draft.procedure());
        side(who, draft, model);
        model.addAttribute("entry", draft.entry());
        model.addAttribute("filled", filled(draft, sheet, checked == null ? Map.of() : checked.problems()));
        model.addAttribute("wrong", checked == null ? Map.of() : checked.wrong());
        model.addAttribute("papers", sheet.papers(draft.entry()));
        files(draft, sheet, model);
        former(who, draft.entry().one(IntakeSheet.ID_NUMBER), model);
        return "desk/intake-form";
    }

    FilledForm filled(IntakeDraft draft, IntakeSheet sheet, Map<String, String> problems) {
        return FilledForm.of(sheet.asked(), Map.of(), draft.entry().typed(), problems, intake.today());
    }

    /** The fields that are not asked for, given what was typed into others; for the script of the page. */
    List<String> hidden(SignedIn who, IntakeDraft draft) {
        return filled(draft, intake.sheet(who, draft.procedure()), Map.of()).hidden();
    }

    /** What stands beside the form: what the clerk tells the applicant. */
    void side(SignedIn who, IntakeDraft draft, Model model) {
        IntakeSheet sheet = intake.sheet(who, draft.procedure());
        model.addAttribute("draft", draft.id());
        model.addAttribute("changed", draft.changed());
        model.addAttribute("begun", !draft.entry().typed().isEmpty());
        model.addAttribute("procedure", sheet.procedure());
        model.addAttribute("agency", intake.agency(who));
        Map<String, Object> typed = sheet.submitted(draft.entry());
        model.addAttribute("fee", FeeShown.of(sheet.procedure(), fees.of(sheet.procedure(), sheet.whole(), typed)));
        due(who, draft, model);
    }

    void former(SignedIn who, String idNumber, Model model) {
        applicants
                .find(idNumber, scopes.of(who, false).agencies())
                .ifPresent(known -> model.addAttribute("former", known));
    }

    /** Shows everything once more; not while anything is wrong. */
    boolean check(SignedIn who, IntakeDraft draft, Model model) {
        IntakeSheet sheet = intake.sheet(who, draft.procedure());
        IntakeSheet.Checked checked = sheet.check(draft.entry(), intake.today());
        if (!checked.isFine()) {
            return false;
        }
        List<Paper> papers = sheet.counted(draft.entry());
        side(who, draft, model);
        model.addAttribute("entry", draft.entry());
        model.addAttribute("answers", sheet.answers(checked.fields()));
        model.addAttribute("papers", papers);
        model.addAttribute(
                "missing",
                papers.stream().filter(Paper::isMissing).map(Paper::name).toList());
        files(draft, sheet, model);
        return true;
    }

    private void files(IntakeDraft draft, IntakeSheet sheet, Model model) {
        model.addAttribute("files", attachments.of(AttachmentHolder.draft(draft.id())));
        model.addAttribute("components", FileShelf.components(sheet.procedure()));
    }

    private void due(SignedIn who, IntakeDraft draft, Model model) {
        Deadline due = intake.dueNow(who, draft.procedure());
        model.addAttribute("due", due);
        model.addAttribute("told", words.of(intake.agency(who).id(), due.lastInstant(), null));
    }
}

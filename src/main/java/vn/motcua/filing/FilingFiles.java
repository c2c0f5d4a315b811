package vn.motcua.filing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.files.FileShelf;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeSheet;
import vn.motcua.page.EnginePage;

/** The papers of a filing: they wait on the server until it is sent. */
@EnginePage
@RequestMapping("/file/drafts/{draft}/papers")
class FilingFiles {

    private static final String ONE = "/{id:\\d{1,18}}";

    private final Filings filings;
    private final FilingDrafts drafts;
    private final FilingView view;
    private final Attachments attachments;
    private final FileShelf shelf;

    FilingFiles(Filings filings, FilingDrafts drafts, FilingView view, Attachments attachments, FileShelf shelf) {
        this.filings = filings;
        this.drafts = drafts;
        this.view = view;
        this.attachments = attachments;
        this.shelf = shelf;
    }

    @GetMapping(ONE)
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String save) {
        open(who, draft);
        return shelf.answer(shelf.find(AttachmentHolder.draft(draft), id), save != null);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String component,
            @RequestParam("file") List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            RedirectAttributes next) {
        IntakeDraft found = open(who, draft);
        List<String> components =
                FileShelf.components(filings.sheet(found.procedure()).procedure());
        List<String> problems = shelf.take(AttachmentHolder.draft(draft), files, component, components, who.actor());
        return answer(found, problems, part, model, next);
    }

    @PostMapping(ONE + "/remove")
    String remove(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable UUID draft,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            RedirectAttributes next) {
        IntakeDraft found = open(who, draft);
        attachments.remove(AttachmentHolder.draft(draft), id, who.actor());
        return answer(found, List.of(), part, model, next);
    }

    /** One that is not sent yet. */
    private IntakeDraft open(SignedInApplicant who, UUID draft) {
        IntakeDraft found = drafts.get(who, draft);
        if (found.dossierCode() != null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found;
    }

    private String answer(
            IntakeDraft draft, List<String> problems, boolean part, Model model, RedirectAttributes next) {
        if (part) {
            IntakeSheet sheet = filings.sheet(draft.procedure());
            model.addAttribute("fileProblems", problems);
            view.files(draft, sheet, model);
            return "filing/files :: box";
        }
        next.addFlashAttribute("fileProblems", problems);
        return "redirect:/file/drafts/" + draft.id() + "/files";
    }
}

package vn.motcua.desk;

import java.util.List;
import java.util.UUID;
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
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.files.FileShelf;
import vn.motcua.intake.IntakeDraft;
import vn.motcua.intake.IntakeDrafts;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;

/** Scans that are added while a dossier is being entered: they wait on the server until it is filed. */
@EnginePage
@RequestMapping("/desk/intake/{draft}/files")
class IntakeFiles {

    private final IntakeDrafts drafts;
    private final Intake intake;
    private final Attachments attachments;
    private final FileShelf shelf;

    IntakeFiles(IntakeDrafts drafts, Intake intake, Attachments attachments, FileShelf shelf) {
        this.drafts = drafts;
        this.intake = intake;
        this.attachments = attachments;
        this.shelf = shelf;
    }

    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @PathVariable long id,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String save) {
        open(who, draft);
        return shelf.answer(shelf.find(AttachmentHolder.draft(draft), id), save != null);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String component,
            @RequestParam("file") List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            RedirectAttributes next) {
        List<String> components = FileShelf.components(
                intake.sheet(who, open(who, draft).procedure()).procedure());
        List<String> problems = shelf.take(AttachmentHolder.draft(draft), files, component, components, who.username());
        return answer(who, draft, problems, part, model, next);
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable UUID draft,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            RedirectAttributes next) {
        open(who, draft);
        attachments.remove(AttachmentHolder.draft(draft), id, who.username());
        return answer(who, draft, List.of(), part, model, next);
    }

    /** One that is not filed yet. */
    private IntakeDraft open(SignedIn who, UUID draft) {
        CounterDrafts.checkCounter(who);
        IntakeDraft found = drafts.get(Intake.owner(who), draft);
        if (found.dossierCode() != null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return found;
    }

    private String answer(
            SignedIn who, UUID draft, List<String> problems, boolean part, Model model, RedirectAttributes next) {
        if (part) {
            model.addAttribute("draft", draft);
            model.addAttribute("fileProblems", problems);
            model.addAttribute("files", attachments.of(AttachmentHolder.draft(draft)));
            model.addAttribute(
                    "components",
                    FileShelf.components(intake.sheet(
                                    who, drafts.get(Intake.owner(who), draft).procedure())
                            .procedure()));
            return "desk/files :: intake";
        }
        next.addFlashAttribute("fileProblems", problems);
        return "redirect:/desk/intake/" + draft + "#files";
    }
}

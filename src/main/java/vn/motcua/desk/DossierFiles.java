package vn.motcua.desk;

import java.util.List;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.files.FileShelf;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.refusal.Refusal;

/** The files of a dossier: to look at, to add to, and to take out what was added by mistake. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/desk/dossiers/{code}/files")
class DossierFiles {

    private static final Set<StaffGroup> WORKERS = Set.of(StaffGroup.COUNTER, StaffGroup.OFFICER, StaffGroup.LEADER);

    private final Access access;
    private final Attachments attachments;
    private final Procedures procedures;
    private final FileShelf shelf;
    private final DossierViews looks;

    DossierFiles(Access access, Attachments attachments, Procedures procedures, FileShelf shelf, DossierViews looks) {
        this.access = access;
        this.attachments = attachments;
        this.procedures = procedures;
        this.shelf = shelf;
        this.looks = looks;
    }

    @GetMapping
    @Transactional
    public String list(@AuthenticationPrincipal SignedIn who, @PathVariable String code, Model model) {
        Dossier dossier = access.dossier(who, code);
        looks.seen(who, dossier);
        return page(dossier, model, false);
    }

    @GetMapping("/{id:\\d{1,18}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @PathVariable long id,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable String save) {
        Dossier dossier = access.dossier(who, code);
        Attachment file = shelf.find(AttachmentHolder.dossier(dossier.id()), id);
        looks.seen(who, DossierViews.Kind.FILE, file.name(), List.of(dossier.id()));
        return shelf.answer(file, save != null);
    }

    @PostMapping
    String add(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String component,
            @RequestParam("file") List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            RedirectAttributes next) {
        Dossier dossier = changing(who, code);
        List<String> problems = shelf.take(
                AttachmentHolder.dossier(dossier.id()), files, component, components(dossier), who.username());
        return answer(dossier, problems, part, model, next);
    }

    @PostMapping("/{id:\\d{1,18}}/remove")
    String remove(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model,
            RedirectAttributes next) {
        Dossier dossier = changing(who, code);
        AttachmentHolder holder = AttachmentHolder.dossier(dossier.id());
        try {
            checkRemoval(who, dossier, shelf.find(holder, id));
            attachments.remove(holder, id, who.username());
            return answer(dossier, List.of(), part, model, next);
        } catch (Refusal refusal) {
            return answer(dossier, List.of(String.valueOf(refusal.getMessage())), part, model, next);
        }
    }

    private static void checkRemoval(SignedIn who, Dossier dossier, Attachment file) {
        if (dossier.resolved() != null) {
            throw new Refusal("Hồ sơ đã giải quyết xong, không gỡ tệp nữa; hãy thêm tệp mới nếu cần");
        }
        if (!file.addedBy().equals(who.username()) && who.group() != StaffGroup.LEADER) {
            throw new Refusal("Tệp này do %s thêm; hãy nhờ người đó hoặc lãnh đạo gỡ".formatted(file.addedByName()));
        }
    }

    /** Who leads from above or keeps the accounts may look, and changes nothing. */
    private Dossier changing(SignedIn who, String code) {
        Dossier dossier = access.dossier(who, code);
        if (!WORKERS.contains(who.group())) {
            throw new AccessDeniedException("Looks only");
        }
        return dossier;
    }

    private String answer(Dossier dossier, List<String> problems, boolean part, Model model, RedirectAttributes next) {
        if (part) {
            model.addAttribute("fileProblems", problems);
            return page(dossier, model, true);
        }
        next.addFlashAttribute("fileProblems", problems);
        return "redirect:/desk/dossiers/" + dossier.code() + "/files";
    }

    private String page(Dossier dossier, Model model, boolean part) {
        model.addAttribute("dossier", dossier);
        model.addAttribute("code", dossier.code());
        model.addAttribute("files", attachments.of(dossier.id()));
        model.addAttribute("components", components(dossier));
        return part ? "desk/files :: dossier" : "desk/dossier-files";
    }

    private List<String> components(Dossier dossier) {
        return FileShelf.componentsOfDossier(procedures.get(dossier.versionId()).definition());
    }
}

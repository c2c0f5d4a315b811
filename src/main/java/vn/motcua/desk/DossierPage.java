package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.dossier.Attachments;
import vn.motcua.dossier.Dossier;
import vn.motcua.files.FileShelf;
import vn.motcua.payment.PaymentRegister;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;

/** A dossier with everything about it, for whoever may open it. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/desk/dossiers/{code}")
class DossierPage {

    private final Access access;
    private final DossierSheet sheet;
    private final DossierNotes notes;
    private final DossierViews views;
    private final Attachments attachments;
    private final PaymentRegister payments;
    private final ObjectProvider<TaskForm> forms;

    /** @param forms none where the store is only looked at and no process runs */
    DossierPage(
            Access access,
            DossierSheet sheet,
            DossierNotes notes,
            DossierViews views,
            Attachments attachments,
            PaymentRegister payments,
            ObjectProvider<TaskForm> forms) {
        this.access = access;
        this.sheet = sheet;
        this.notes = notes;
        this.views = views;
        this.attachments = attachments;
        this.payments = payments;
        this.forms = forms;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedIn who, @PathVariable String code, Model model) {
        return show(who, access.dossier(who, code), model);
    }

    @PostMapping("/notes")
    String note(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response) {
        Dossier dossier = access.dossier(who, code);
        if (sheet.isGuest(who, dossier)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            notes.add(dossier.id(), who.username(), text);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("noteRefusal", refusal.getMessage());
            model.addAttribute("noteText", text);
            return show(who, dossier, model);
        }
        return "redirect:/desk/dossiers/{code}#notes";
    }

    private String show(SignedIn who, Dossier dossier, Model model) {
        views.seen(who, dossier);
        DossierShown shown = sheet.of(who, dossier);
        model.addAttribute("shown", shown);
        model.addAttribute("files", attachments.of(dossier.id()));
        model.addAttribute("payments", shown.guest() ? List.of() : payments.of(dossier.id()));
        model.addAttribute("components", FileShelf.componentsOfDossier(shown.procedure()));
        model.addAttribute("longestNote", DossierNotes.LONGEST);
        shown.tasks().stream()
                .filter(DossierShown.OpenTask::mine)
                .findFirst()
                .ifPresent(task -> forms.ifAvailable(form -> form.open(who, task.item(), model)));
        return "desk/dossier";
    }
}

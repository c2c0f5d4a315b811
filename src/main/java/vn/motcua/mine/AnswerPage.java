package vn.motcua.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Status;
import vn.motcua.files.FileShelf;
import vn.motcua.mine.SupplementAnswers.SupplementAnswer;
import vn.motcua.page.EnginePage;

/**
 * The answer to a supplement request: files and a word, put together here and seen by nobody before they are sent. One form
 * does everything, so that nothing typed is lost by adding a file, with scripts and without.
 */
@EnginePage
@RequestMapping("/account/dossiers/{code}/answer")
class AnswerPage {

    private final OwnDossiers own;
    private final SupplementAnswers answers;
    private final ApplicantActs acts;
    private final AnswerForm form;
    private final AnswerView view;
    private final FileShelf shelf;

    AnswerPage(
            OwnDossiers own,
            SupplementAnswers answers,
            ApplicantActs acts,
            AnswerForm form,
            AnswerView view,
            FileShelf shelf) {
        this.own = own;
        this.answers = answers;
        this.acts = acts;
        this.form = form;
        this.view = view;
        this.shelf = shelf;
    }

    /** The form; after the request was closed what was put together and not sent, if anything was. */
    @GetMapping
    String page(@AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, Model model) {
        Dossier dossier = own.get(who, code);
        boolean nothing = dossier.status() != Status.WAITING_SUPPLEMENT
                && answers.of(dossier.id()).isEmpty();
        return nothing
                ? "redirect:/account/dossiers/{code}"
                : view.page(dossier, own.happened(dossier), null, Map.of(), List.of(), model);
    }

    @GetMapping("/files/{id:\\d{1,18}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, @PathVariable long id) {
        SupplementAnswer answer = answers.of(own.get(who, code).id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return shelf.answer(shelf.find(answer.holder(), id), true);
    }

    @PostMapping
    String act(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable String code,
            @RequestParam(name = "do", defaultValue = "add") String act,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String component,
            @RequestParam(required = false) @Nullable List<MultipartFile> file,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Dossier dossier = own.get(who, code);
        AnswerForm.Sent sent = new AnswerForm.Sent(act, seen, comment, component, file == null ? List.of() : file);
        if (sent.isSend() && isSentAlready(who, dossier, sent)) {
            return done(code, part, response, next);
        }
        if (dossier.status() != Status.WAITING_SUPPLEMENT) {
            return overtaken(who, code, sent, part, response, model);
        }
        List<String> refused = form.keep(who, dossier, sent);
        Map<String, String> problems = sent.isSend() ? form.problems(dossier, sent, refused) : Map.of();
        if (sent.isSend() && refused.isEmpty() && problems.isEmpty()) {
            try {
                acts.sendSupplement(who, code, Problems.number(seen));
                return done(code, part, response, next);
            } catch (Overtaken overtaken) {
                return overtaken(who, code, sent, part, response, model);
            }
        }
        boolean fine = refused.isEmpty() && problems.isEmpty();
        response.setStatus(status(part, fine, HttpStatus.UNPROCESSABLE_ENTITY));
        if (part && !fine) {
            response.setHeader("HX-Reswap", "outerHTML show:top");
        }
        String shown = view.page(dossier, Problems.number(seen), sent.comment(), problems, refused, model);
        return part ? shown + " :: answer" : shown;
    }

    private boolean isSentAlready(SignedInApplicant who, Dossier dossier, AnswerForm.Sent sent) {
        return own.hasDone(who, dossier, ApplicantActs.SUPPLEMENTED, Problems.number(sent.seen()));
    }

    /** A script cannot be sent on to another page by a redirect. */
    private static String done(String code, boolean part, HttpServletResponse response, RedirectAttributes next) {
        if (part) {
            response.setHeader("HX-Redirect", "/account/dossiers/" + code + "?sent");
            return "mine/answer :: nothing";
        }
        next.addAttribute("sent", "");
        return "redirect:/account/dossiers/{code}";
    }

    /** Nothing is awaited any more; what was typed and added stays. */
    private String overtaken(
            SignedInApplicant who,
            String code,
            AnswerForm.Sent sent,
            boolean part,
            HttpServletResponse response,
            Model model) {
        Dossier dossier = own.get(who, code);
        if (!sent.comment().isBlank()) {
            answers.keep(dossier.id(), sent.comment());
        }
        response.setStatus(status(part, false, HttpStatus.CONFLICT));
        String shown = view.page(dossier, own.happened(dossier), sent.comment(), Map.of(), List.of(), model);
        return part ? shown + " :: answer" : shown;
    }

    /** A script shows only answers that went well. */
    private static int status(boolean part, boolean fine, HttpStatus otherwise) {
        return (part || fine ? HttpStatus.OK : otherwise).value();
    }

    @ModelAttribute("longest")
    int longest() {
        return AnswerForm.LONGEST;
    }
}

package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Status;
import vn.motcua.forms.FilledForm;
import vn.motcua.forms.FormParameters;
import vn.motcua.forms.InvalidSubmission;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** What can be done to a dossier beside its tasks, each for the group and the agency whose it is. */
@EnginePage
@RequestMapping("/desk/dossiers/{code}/actions")
class ActionsPage {

    private final Access access;
    private final Scopes scopes;
    private final ActionWork work;
    private final WorkItems items;
    private final TaskHeads heads;
    private final AskedAgencies agencies;
    private final DossierViews looks;
    private final Clock clock;

    ActionsPage(
            Access access,
            Scopes scopes,
            ActionWork work,
            WorkItems items,
            TaskHeads heads,
            AskedAgencies agencies,
            DossierViews looks,
            Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.work = work;
        this.items = items;
        this.heads = heads;
        this.agencies = agencies;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, @PathVariable String code, Model model) {
        Dossier dossier = access.dossier(who, code);
        looks.seen(who, dossier);
        return page(who, dossier, Map.of(), model);
    }

    /** Who signs in after the session was lost comes back to the address that the form was sent to. */
    @GetMapping("/{address}")
    String back(@AuthenticationPrincipal SignedIn who, @PathVariable String code, @PathVariable String address) {
        access.dossier(who, code);
        return "redirect:/desk/dossiers/" + code + "/actions";
    }

    @PostMapping("/{address}")
    String act(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String code,
            @PathVariable String address,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        DossierAction action =
                DossierAction.of(address).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Dossier dossier = access.dossier(who, code);
        if (!isFor(who, action, dossier)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        if (!action.tasks().isEmpty()) {
            return task(action, dossier)
                    .map(task -> "forward:/desk/tasks/" + task.taskId())
                    .orElseGet(() -> refused(who, dossier, work.notAwaited(action, code), model, response));
        }
        try {
            Map<String, Object> fields =
                    action.form().accept(FormParameters.submitted(action.form(), sent), LocalDate.now(clock));
            next.addFlashAttribute("taskDone", work.done(who, action, code, fields));
            return "redirect:/desk/dossiers/" + code + "?done";
        } catch (InvalidSubmission invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(who, dossier, Map.of(action, typed(action, sent, invalid.problems())), model);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(who, dossier, Map.of(action, typed(action, sent, Map.of())), model);
        }
    }

    private String refused(SignedIn who, Dossier dossier, String why, Model model, HttpServletResponse response) {
        model.addAttribute("refusal", why);
        response.setStatus(HttpStatus.CONFLICT.value());
        return page(who, dossier, Map.of(), model);
    }

    private FilledForm typed(DossierAction action, MultiValueMap<String, String> sent, Map<String, String> problems) {
        return FilledForm.of(action.form(), Map.of(), sent, problems, LocalDate.now(clock));
    }

    private String page(SignedIn who, Dossier dossier, Map<DossierAction, FilledForm> typed, Model model) {
        Map<String, WorkItem> tasks = new LinkedHashMap<>();
        Map<String, FilledForm> forms = new LinkedHashMap<>();
        for (DossierAction action : DossierAction.values()) {
            if (isFor(who, action, dossier)) {
                task(action, dossier).ifPresent(task -> tasks.put(action.address(), task));
                if (action.tasks().isEmpty() && isOpen(action, dossier)) {
                    forms.put(
                            action.address(),
                            typed.containsKey(action)
                                    ? typed.get(action)
                                    : FilledForm.of(
                                            action.form(), Map.of("approver", who.fullName()), LocalDate.now(clock)));
                }
            }
        }
        model.addAttribute("dossier", dossier);
        model.addAttribute("procedure", heads.procedure(dossier));
        model.addAttribute("unit", work.unit(dossier));
        model.addAttribute("due", heads.dossier(dossier));
        model.addAttribute("tasks", tasks);
        model.addAttribute("forms", forms);
        if (forms.containsKey(DossierAction.OPINION.address())) {
            model.addAttribute("suggestions", Map.of(AskedAgencies.FIELD, agencies.offered(dossier)));
        }
        model.addAttribute(
                "wrong",
                typed.values().stream()
                        .filter(form -> !form.problems().isEmpty())
                        .findFirst()
                        .orElse(new FilledForm(List.of())));
        return "desk/actions";
    }

    /** For the group whose it is, in the agency of the dossier or above it; who was only asked for an opinion has no say. */
    private boolean isFor(SignedIn who, DossierAction action, Dossier dossier) {
        return who.group() == action.group() && scopes.of(who, false).agencies().contains(dossier.agencyId());
    }

    private Optional<WorkItem> task(DossierAction action, Dossier dossier) {
        return items.of(dossier.id()).stream()
                .filter(item -> action.tasks().contains(item.taskKey())
                        && item.staffGroup().equals(action.group().code()))
                .findFirst();
    }

    private static boolean isOpen(DossierAction action, Dossier dossier) {
        boolean running = !dossier.status().isEnded() && dossier.status() != Status.WITHDRAWAL_ASKED;
        return running
                && (action == DossierAction.WITHDRAWAL || dossier.received() != null && dossier.resolved() == null);
    }
}

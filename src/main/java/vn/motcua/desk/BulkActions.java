package vn.motcua.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.dossier.Dossiers;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.TaskAssignments;

/** What is done to many tasks of the worklist at once: each by itself, and each that is refused is told. */
@EnginePage
class BulkActions {

    private static final int MOST = 200;

    /** A task that was refused, with the reason. */
    record Failure(@Nullable String dossier, String reason) {}

    private final TaskAssignments assignments;
    private final Access access;
    private final Dossiers dossiers;
    private final MessageSource messages;

    BulkActions(TaskAssignments assignments, Access access, Dossiers dossiers, MessageSource messages) {
        this.assignments = assignments;
        this.access = access;
        this.dossiers = dossiers;
        this.messages = messages;
    }

    /** @param back the address of the list */
    @PostMapping("/desk/bulk")
    String act(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam String action,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "/desk") String back,
            Locale locale,
            RedirectAttributes next) {
        if (task.isEmpty() || task.size() > MOST) {
            next.addFlashAttribute("refusal", messages.getMessage("worklist.bulk.none", null, locale));
            return redirect(back, to, reason, next);
        }
        List<Failure> failures = each(task, who, what(action, to, reason, who));
        int done = task.size() - failures.size();
        next.addFlashAttribute("bulkDone", done == 0 ? null : say("worklist.bulk.done." + action, done, locale));
        next.addFlashAttribute("bulkFailures", failures);
        return failures.isEmpty() ? redirect(back, "", "", next) : redirect(back, to, reason, next);
    }

    private Consumer<String> what(String action, String to, String reason, SignedIn who) {
        return switch (action) {
            case "claim" -> id -> assignments.claim(id, who.username());
            case "release" -> id -> assignments.release(id, who.username());
            case "hand-over" -> id -> assignments.handOver(id, chosen(to), reason, who.username());
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    private static String chosen(String colleague) {
        if (colleague.isBlank()) {
            throw new Refusal("Hãy chọn người nhận việc");
        }
        return colleague;
    }

    private List<Failure> each(List<String> tasks, SignedIn who, Consumer<String> act) {
        List<Failure> failures = new ArrayList<>();
        for (String id : tasks) {
            String dossier = null;
            try {
                dossier = dossiers.get(access.assignable(who, id).dossierId()).code();
                act.accept(id);
            } catch (Refusal refusal) {
                failures.add(new Failure(dossier, String.valueOf(refusal.getMessage())));
            } catch (ResponseStatusException gone) {
                failures.add(new Failure(null, "Việc này đã xong, hoặc không thuộc nhóm và đơn vị của bạn"));
            }
        }
        return failures;
    }

    /** Back to the list, and nowhere else. */
    private static String redirect(String back, String to, String reason, RedirectAttributes next) {
        next.addFlashAttribute("to", to);
        next.addFlashAttribute("reason", reason);
        return "redirect:" + (back.equals("/desk") || back.startsWith("/desk?") ? back : "/desk");
    }

    private String say(String key, int number, Locale locale) {
        return messages.getMessage(key, new Object[] {number}, locale);
    }
}

package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.forms.Drafts;
import vn.motcua.forms.FormParameters;
import vn.motcua.forms.InvalidSubmission;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.TaskView;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistFilter;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistRow;
import vn.motcua.worklist.WorklistTab;

/** A task and its form. Whatever stands in the way of completing it, nothing that was typed is lost. */
@EnginePage
@RequestMapping("/desk/tasks/{taskId}")
class TaskPage {

    private final Access access;
    private final Scopes scopes;
    private final WorkItems items;
    private final Worklist worklist;
    private final TaskForm forms;
    private final TaskWork work;
    private final GoneTasks gone;
    private final Drafts drafts;
    private final DossierViews looks;
    private final Clock clock;

    TaskPage(
            Access access,
            Scopes scopes,
            WorkItems items,
            Worklist worklist,
            TaskForm forms,
            TaskWork work,
            GoneTasks gone,
            Drafts drafts,
            DossierViews looks,
            Clock clock) {
        this.access = access;
        this.scopes = scopes;
        this.items = items;
        this.worklist = worklist;
        this.forms = forms;
        this.work = work;
        this.gone = gone;
        this.drafts = drafts;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping
    @Transactional
    String show(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String taskId,
            Model model,
            HttpServletResponse response) {
        if (items.find(taskId).isEmpty()) {
            return gone(who, taskId, Map.of(), HttpStatus.GONE, model, response);
        }
        WorkItem item = access.task(who, taskId);
        looks.seen(who, DossierViews.Kind.TASK, item.name(), List.of(item.dossierId()));
        return forms.open(who, item, model);
    }

    @PostMapping
    String complete(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (items.find(taskId).isEmpty()) {
            return gone(who, taskId, sent, HttpStatus.CONFLICT, model, response);
        }
        WorkItem item = access.task(who, taskId);
        TaskWork.checkMayAct(who, item);
        TaskView view = forms.view(item);
        Map<String, Object> fields = view.form() == null ? Map.of() : FormParameters.submitted(view.form(), sent);
        try {
            TaskDone done = work.complete(who, item, fields, sent.getFirst("_seen"));
            next.addFlashAttribute("taskDone", done);
            return "redirect:" + (sent.containsKey("_next") ? next(who) : "/desk/dossiers/" + done.code() + "?done");
        } catch (InvalidSubmission invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return again(who, item, view, sent, invalid.problems(), model);
        } catch (Refusal refusal) {
            if (items.find(taskId).isEmpty()) {
                return gone(who, taskId, sent, HttpStatus.CONFLICT, model, response);
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("refusal", refusal.getMessage());
            return again(who, items.find(taskId).orElse(item), view, sent, Map.of(), model);
        }
    }

    /** With everything that was typed, kept on the server too. */
    private String again(
            SignedIn who,
            WorkItem item,
            TaskView view,
            MultiValueMap<String, String> sent,
            Map<String, String> problems,
            Model model) {
        Map<String, List<String>> typed = view.form() == null ? Map.of() : FormParameters.typed(view.form(), sent);
        model.addAttribute(
                "savedAt",
                drafts.save(who.username(), TaskWork.draftKey(item.taskId()), typed)
                        .savedAt());
        return forms.page(who, item, forms.filled(view, typed, problems), model);
    }

    private String gone(
            SignedIn who,
            String taskId,
            Map<String, List<String>> sent,
            HttpStatus status,
            Model model,
            HttpServletResponse response) {
        GoneTask task = gone.of(who, taskId, sent);
        response.setStatus(status.value());
        model.addAttribute("gone", task);
        model.addAttribute("own", task.isBy(who.fullName()));
        return "desk/task-gone";
    }

    /** The most urgent of the tasks that the person has taken, or else the worklist. */
    private String next(SignedIn who) {
        WorklistQuery mine = new WorklistQuery(scopes.of(who, true), WorklistTab.ALL, WorklistFilter.NONE, null, 1);
        return worklist.page(mine).rows().stream()
                .findFirst()
                .map(WorklistRow::taskId)
                .map(task -> "/desk/tasks/" + task)
                .orElse("/desk");
    }
}

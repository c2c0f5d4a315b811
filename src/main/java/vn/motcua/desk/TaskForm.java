package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.dossier.Dossiers;
import vn.motcua.forms.FilledForm;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.TaskView;
import vn.motcua.workflow.TaskViews;
import vn.motcua.worklist.WorkItem;

/** Makes the page of a task out of what is known and what was typed. */
@Component
@ConditionalOnWebApplication
class TaskForm {

    private final TaskViews views;
    private final TaskHeads heads;
    private final Dossiers dossiers;
    private final Clock clock;

    TaskForm(TaskViews views, TaskHeads heads, Dossiers dossiers, Clock clock) {
        this.views = views;
        this.heads = heads;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    TaskView view(WorkItem item) {
        return views.open(item.taskId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As it is before anybody fills it in. */
    FilledForm filled(TaskView view) {
        return view.form() == null
                ? new FilledForm(List.of())
                : FilledForm.of(view.form(), view.values(), LocalDate.now(clock));
    }

    FilledForm filled(TaskView view, Map<String, List<String>> typed, Map<String, String> problems) {
        return view.form() == null
                ? new FilledForm(List.of())
                : FilledForm.of(view.form(), view.values(), typed, problems, LocalDate.now(clock));
    }

    String page(SignedIn who, WorkItem item, FilledForm filled, Model model) {
        model.addAttribute("item", item);
        model.addAttribute("taskId", item.taskId());
        model.addAttribute("head", heads.of(who, item, dossiers.get(item.dossierId())));
        model.addAttribute("others", heads.others(item));
        model.addAttribute("filled", filled);
        model.addAttribute("mayAct", TaskWork.mayAct(who, item));
        return "desk/task";
    }
}

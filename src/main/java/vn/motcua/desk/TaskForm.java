package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.dossier.Dossiers;
import vn.motcua.forms.Draft;
import vn.motcua.forms.Drafts;
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
    private final Drafts drafts;
    private final Clock clock;

    TaskForm(TaskViews views, TaskHeads heads, Dossiers dossiers, Drafts drafts, Clock clock) {
        this.views = views;
        this.heads = heads;
        this.dossiers = dossiers;
        this.drafts = drafts;
        this.clock = clock;
    }

    TaskView view(WorkItem item) {
        return views.open(item.taskId()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The task with the draft that the person has kept of its form. */
    String open(SignedIn who, WorkItem item, Model model) {
        TaskView view = view(item);
        Optional<Draft> draft = drafts.find(who.username(), TaskWork.draftKey(item.taskId()));
        draft.ifPresent(kept -> model.addAttribute("savedAt", kept.savedAt()));
        return page(
                who,
                item,
                draft.map(kept -> filled(view, kept.typed(), Map.of())).orElseGet(() -> filled(view)),
                model);
    }

    /** As it is before anybody fills it in. */
    private FilledForm filled(TaskView view) {
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

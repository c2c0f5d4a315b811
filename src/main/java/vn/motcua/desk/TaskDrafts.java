package vn.motcua.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.forms.Drafts;
import vn.motcua.forms.FormParameters;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.TaskView;
import vn.motcua.worklist.WorkItem;

/** What the page of a task sends while somebody is filling it in. */
@EnginePage
@RequestMapping("/desk/tasks/{taskId}")
class TaskDrafts {

    /** Tells the page which fields are not asked for; form.js hides them. */
    private static final String HIDDEN = "{\"motcua:hidden\":{\"fields\":[%s]}}";

    private final Access access;
    private final TaskForm forms;
    private final Drafts drafts;
    private final GoneTasks gone;
    private final JdbcClient jdbc;

    TaskDrafts(Access access, TaskForm forms, Drafts drafts, GoneTasks gone, JdbcClient jdbc) {
        this.access = access;
        this.forms = forms;
        this.drafts = drafts;
        this.gone = gone;
        this.jdbc = jdbc;
    }

    /** Never after the task is completed: a draft that comes late would stay behind. */
    @PostMapping("/draft")
    @Transactional
    String save(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        if (!isOpen(taskId)) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, gone.of(who, taskId, sent).step());
        }
        TaskView view = act(who, taskId);
        Map<String, List<String>> typed = view.form() == null ? Map.of() : FormParameters.typed(view.form(), sent);
        model.addAttribute("taskId", taskId);
        model.addAttribute(
                "savedAt",
                drafts.save(who.username(), TaskWork.draftKey(taskId), typed).savedAt());
        return "desk/task :: saved";
    }

    @PostMapping("/draft/discard")
    @Transactional
    String discard(@AuthenticationPrincipal SignedIn who, @PathVariable String taskId) {
        drafts.discard(who.username(), TaskWork.draftKey(taskId));
        return "redirect:/desk/tasks/" + taskId;
    }

    /** Which fields are asked for with what is filled in now; judges nothing. */
    @PostMapping("/fields")
    @Transactional(readOnly = true)
    ResponseEntity<Void> fields(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String taskId,
            @RequestParam MultiValueMap<String, String> sent) {
        String hidden = forms.filled(act(who, taskId), sent, Map.of()).hidden().stream()
                .map(key -> '"' + key + '"')
                .collect(Collectors.joining(","));
        return ResponseEntity.noContent()
                .header("HX-Trigger", HIDDEN.formatted(hidden))
                .build();
    }

    private TaskView act(SignedIn who, String taskId) {
        WorkItem item = access.task(who, taskId);
        TaskWork.checkMayAct(who, item);
        return forms.view(item);
    }

    /** Holds the task open until the draft is saved. */
    private boolean isOpen(String taskId) {
        return jdbc.sql("select 1 from motcua.work_item where task_id = ? for key share")
                .param(taskId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}

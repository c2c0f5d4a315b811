package vn.motcua.desk;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.dossier.Dossiers;
import vn.motcua.page.EnginePage;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Leaders sign many dossiers at once, after each one's summary was in front of them. */
@EnginePage
@RequestMapping("/desk/sign")
class SignPage {

    private static final String UNSEEN = "Chưa ký: tóm tắt của hồ sơ này chưa hiện ra. Hãy xem rồi chọn lại.";
    private static final String NOT_SIGNABLE = "Chưa ký: việc này không ký hàng loạt được. Hãy mở việc để quyết định.";

    private static final String UNKNOWN = "Có một việc không còn nữa hoặc không thuộc đơn vị của bạn.";

    private final Access access;
    private final Signing signing;
    private final TaskForm forms;
    private final TaskWork work;
    private final GoneTasks gone;
    private final WorkItems items;
    private final Dossiers dossiers;
    private final DossierViews looks;

    SignPage(
            Access access,
            Signing signing,
            TaskForm forms,
            TaskWork work,
            GoneTasks gone,
            WorkItems items,
            Dossiers dossiers,
            DossierViews looks) {
        this.access = access;
        this.signing = signing;
        this.forms = forms;
        this.work = work;
        this.gone = gone;
        this.items = items;
        this.dossiers = dossiers;
        this.looks = looks;
    }

    /** @param refusal why it was not signed, null where it was */
    record Result(String code, @Nullable String refusal) implements Serializable {}

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn who, Model model) {
        checkLeader(who);
        List<Summary> summaries = signing.open(who);
        looks.seen(
                who,
                DossierViews.Kind.SUMMARY,
                null,
                summaries.stream().map(Summary::dossierId).distinct().toList());
        model.addAttribute("summaries", summaries);
        return "desk/sign";
    }

    /** @param shown the tasks whose summaries the page had */
    @PostMapping
    String sign(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(defaultValue = "") List<String> task,
            @RequestParam(defaultValue = "") Set<String> shown,
            RedirectAttributes next) {
        checkLeader(who);
        List<Result> results = new ArrayList<>();
        task.stream().distinct().forEach(id -> results.add(signOrTell(who, id, shown.contains(id))));
        next.addFlashAttribute("results", results);
        return "redirect:/desk/sign";
    }

    /** What is not this leader's stops none of the others. */
    private Result signOrTell(SignedIn who, String taskId, boolean shown) {
        try {
            return sign(who, taskId, shown);
        } catch (ResponseStatusException notFound) {
            return new Result("", UNKNOWN);
        }
    }

    private Result sign(SignedIn who, String taskId, boolean shown) {
        if (items.find(taskId).isEmpty()) {
            return over(gone.of(who, taskId, Map.of()));
        }
        WorkItem item = access.task(who, taskId);
        String code = dossiers.get(item.dossierId()).code();
        if (!shown) {
            return new Result(code, UNSEEN);
        }
        try {
            String signature = Optional.ofNullable(forms.view(item).form())
                    .flatMap(Signing::signature)
                    .orElseThrow(() -> new Refusal(NOT_SIGNABLE));
            work.complete(who, item, Map.of("decision", signature), null);
            return new Result(code, null);
        } catch (Refusal refusal) {
            return new Result(code, refusal.getMessage());
        }
    }

    private static Result over(GoneTask task) {
        return new Result(
                task.code(),
                "Việc “%s” đã được %s hoàn thành trước đó."
                        .formatted(task.step(), task.by() == null ? "hệ thống" : task.by()));
    }

    private static void checkLeader(SignedIn who) {
        if (who.group() != StaffGroup.LEADER) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }
}

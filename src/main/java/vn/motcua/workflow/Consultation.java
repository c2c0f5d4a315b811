package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.worklist.WorkItems;

/**
 * Another agency is asked for its opinion beside the steps of the process. The dossier goes on and its clock with it; what
 * is not answered by the decision is no longer needed.
 */
@EngineRoom
public class Consultation {

    /** What the question is among the forms submitted for the dossier. */
    public static final String ASKED = "ask-opinion";

    static final String REQUEST = "request";
    static final String AGENCY = "agency";
    static final String ALLOWANCE = "allowance";
    static final String QUESTION = "question";
    private static final String ANSWER = "give-opinion";
    private static final String OFFICER = "officer";

    /**
     * What is asked.
     *
     * @param days working days of the asked agency until the answer is due, 1 or more
     */
    public record Question(Agency agency, String text, int days) {}

    private final Submissions submissions;
    private final Agencies agencies;
    private final WorkItems items;
    private final Clock clock;

    Consultation(Submissions submissions, Agencies agencies, WorkItems items, Clock clock) {
        this.submissions = submissions;
        this.agencies = agencies;
        this.items = items;
        this.clock = clock;
    }

    /** Records who asks what, and says what the process has to know of it. */
    Map<String, Object> ask(Dossier dossier, Question question, String actor) {
        check(dossier, question.agency());
        String request = UUID.randomUUID().toString();
        submissions.add(
                dossier.id(),
                new Submission(
                        ASKED,
                        request,
                        "Lấy ý kiến " + question.agency().name(),
                        OFFICER,
                        dossier.agencyId(),
                        actor,
                        LocalDateTime.now(clock),
                        Map.of(
                                "askedAgency",
                                question.agency().name(),
                                QUESTION,
                                question.text(),
                                "answerDays",
                                question.days())),
                false);
        return Map.of(
                "actor",
                actor,
                REQUEST,
                request,
                AGENCY,
                question.agency().code(),
                ALLOWANCE,
                "P%dD".formatted(question.days()));
    }

    private void check(Dossier dossier, Agency asked) {
        if (asked.id() == dossier.agencyId()) {
            throw new Refusal("Hồ sơ do chính %s giải quyết; hãy chọn cơ quan khác".formatted(asked.name()));
        }
        if (dossier.received() == null) {
            throw new Refusal("Hồ sơ %s chưa được tiếp nhận nên chưa lấy ý kiến được; hãy tiếp nhận hồ sơ trước"
                    .formatted(dossier.code()));
        }
        if (!asked.isOpenOn(LocalDate.now(clock))) {
            throw new Refusal(
                    "%s không còn hoạt động; hãy chọn cơ quan đã nhận nhiệm vụ của cơ quan đó".formatted(asked.name()));
        }
        if (items.of(dossier.id()).stream()
                .anyMatch(
                        item -> item.agencyId() == asked.id() && item.taskKey().equals(ANSWER))) {
            throw new Refusal("%s đang được hỏi ý kiến về hồ sơ này và chưa trả lời; hãy đợi câu trả lời"
                    .formatted(asked.name()));
        }
    }

    /** The code of the agency to be asked. */
    public String agency(DelegateExecution execution) {
        return agencies.get(String.valueOf(execution.getVariable(AGENCY))).code();
    }

    /** ISO 8601, in working time of the agency to be asked. */
    public String allowance(DelegateExecution execution) {
        return String.valueOf(execution.getVariable(ALLOWANCE));
    }

    /** Which question it is. */
    public String request(DelegateExecution execution) {
        return String.valueOf(execution.getVariable(REQUEST));
    }

    /** What the agency of the task was asked, null where the process asks by itself. */
    @Nullable
    Object question(DelegateTask task) {
        Object request = task.getVariable(REQUEST);
        return request == null
                ? null
                : submissions
                        .ofTask(request.toString())
                        .map(asked -> asked.fields().get(QUESTION))
                        .orElse(null);
    }
}

package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.forms.FormDefinition;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;

/** Tasks completed in Tasklist and on the desk, for twin dossiers at the same clock, each through the page's own address. */
class SameEffectTest {

    private static final Map<String, Visitor> AT_TASKLIST = new HashMap<>();
    private static final Map<String, Visit> AT_DESK = new HashMap<>();

    private static DeskOffice people;
    private static Office office;
    private static FormTasks tasks;
    private static Traces traces;

    @BeforeAll
    static void open() {
        people = DeskOffice.open("--motcua.session.longest=9000h");
        office = Office.on(people.store);
        tasks = new FormTasks(office);
        traces = new Traces(office);
    }

    @AfterAll
    static void close() {
        AT_TASKLIST.clear();
        AT_DESK.clear();
        people.close();
    }

    /** Every decision of every task. */
    static Stream<FilledIn> ways() {
        return FormTasks.forms().stream()
                .filter(form -> !FormTasks.isStart(form))
                .flatMap(form -> FilledIn.ways(form).stream());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void what_is_completed_in_tasklist_leaves_exactly_what_the_desk_leaves(FilledIn filled) {
        Task here = tasks.reach(filled.form());
        Task there = tasks.reach(filled.form());
        String who = office.holder(here);
        String inTasklist = traces.after(office.code(here), code -> inTasklist(who, here.getId(), filled));
        String onTheDesk = traces.after(office.code(there), code -> onTheDesk(who, there.getId(), filled));
        assertThat(inTasklist)
                .isEqualTo(onTheDesk)
                .contains("submission {", "\"actor\": \"" + who + "\"")
                .doesNotContainPattern("act_(ru_variable|hi_varinst|hi_detail) .*Nội dung của ô");
    }

    @Test
    void what_is_compared_holds_ledger_clock_worklist_tasks_timers_and_figures() {
        FilledIn accepted = FilledIn.ways(FormDefinition.shipped("online-public-service-intake-check"))
                .get(0);
        Task task = tasks.reach(accepted.form());
        String left = traces.after(office.code(task), code -> onTheDesk("counter", task.getId(), accepted));
        assertThat(left)
                .contains("clock_event {", "\"kind\": \"ACCEPTED\"", "clock_span {", "dossier {", "submission {")
                .contains("work_item {", "task_assignment {", "figures {", "\"received_online\": 1")
                .contains("act_ru_task {", "\"due_date_\"", "act_ru_job {", "act_hi_taskinst {", "\"due\"")
                .doesNotContain(office.code(task), task.getId());
    }

    /** As its script calls the engine. */
    private void inTasklist(String who, String task, FilledIn filled) {
        Visitor visitor = AT_TASKLIST.computeIfAbsent(who, name -> Visitor.signedIn(office.store, name));
        String address = Visitor.ENGINE + "/task/" + task;
        done(204, visitor.post(address + "/claim", json(Map.of("userId", who))));
        done(204, visitor.post(address + "/submit-form", json(Map.of("variables", filled.variables()))));
    }

    /** As its pages send their forms. */
    private void onTheDesk(String who, String task, FilledIn filled) {
        Visit visit = AT_DESK.computeIfAbsent(who, people::as);
        String address = "/desk/tasks/" + task;
        done(302, visit.submit(address, "/desk/bulk", "action", "claim", "task", task));
        HttpResponse<String> answer = visit.submit(address, address, filled.parameters());
        done(302, answer);
        assertThat(visit.location(answer)).endsWith("?done");
    }

    private static void done(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static String json(Map<String, Object> body) {
        try {
            return new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}

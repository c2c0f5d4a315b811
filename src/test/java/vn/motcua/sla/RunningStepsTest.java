package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.sla.Shelf.DEPARTMENT;
import static vn.motcua.sla.Shelf.PROCESS;
import static vn.motcua.sla.Shelf.at;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossier;
import vn.motcua.sla.RunningSteps.Asked;
import vn.motcua.sla.RunningSteps.Token;
import vn.motcua.sla.RunningSteps.Tokens;
import vn.motcua.sla.RunningSteps.Which;
import vn.motcua.sla.StepScope.Called;
import vn.motcua.support.TestStore;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** On Wednesday 20/03/2019 at 10:00. */
class RunningStepsTest {

    private static final String REGISTRATION = "1.001612"; // three working days; its clock pauses
    private static final String LAND = "1.003003"; // thirty
    private static final String DISTRICT = "000.00.21.H37";

    private static TestStore store;
    private static RunningSteps running;
    private static StepScope scope;
    private static String idle;
    private static String late;
    private static String later;

    @BeforeAll
    static void openTasks() {
        store = TestStore.withCatalogue();
        running = store.bean(RunningSteps.class);
        Shelf shelf = new Shelf(store);
        for (int i = 0; i < 3; i++) {
            open(shelf.receive(REGISTRATION, at("03-11T08:00")), "handle", "Thẩm định"); // due on the 14th
        }
        Dossier first = shelf.receive(REGISTRATION, at("03-08T08:00"));
        late = first.code();
        open(first, "handle", "Kiểm tra thực địa");
        Dossier waiting = shelf.receive(REGISTRATION, at("03-11T08:00"));
        shelf.dossiers().beginProcessing(waiting.code(), Act.by("mot-cua"));
        shelf.dossiers().askSupplement(waiting.code(), Act.by("chuyen-vien").because("Thiếu giấy tờ"));
        open(waiting, "receive-supplement", "Nhận bổ sung");
        Dossier inTime = shelf.receive(LAND, at("03-19T08:00"));
        later = inTime.code();
        open(inTime, "handle", "Thẩm định");
        open(inTime, "give-opinion", "Cho ý kiến theo đề nghị");
        Dossier risky = shelf.receive(LAND, at("03-18T08:00"));
        open(risky, "give-opinion", "Ý kiến về bảo đảm an ninh");
        foresee(risky);
        Dossier over = shelf.receive(REGISTRATION, at("03-11T08:00"));
        shelf.dossiers().beginProcessing(over.code(), Act.by("mot-cua"));
        shelf.dossiers().resolve(over.code(), Act.by("mot-cua"));
        open(over, "hand-over", "Trả kết quả");
        idle = shelf.receive(LAND, at("03-18T08:00")).code();
        open(shelf.receive(REGISTRATION, DISTRICT, at("03-11T08:00")), "handle", "Thẩm định");
        store.clock().set(at("03-20T10:00"));
        scope = new StepScope(
                Set.of(PROCESS),
                null,
                List.of(
                        new Called("give-opinion", "Cho ý kiến theo đề nghị", "asked-agency"),
                        new Called("give-opinion", null, "other-agency")),
                Set.of(shelf.agency(DEPARTMENT)),
                null);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void each_number_of_tokens_is_the_length_of_its_list() {
        List<Tokens> all = running.tokens(scope);
        assertThat(all).isNotEmpty();
        for (Tokens tokens : all) {
            assertThat(listed(Which.ALL, tokens)).as("%s", tokens).hasSize((int) tokens.all());
            assertThat(listed(Which.OVERDUE, tokens)).as("%s", tokens).hasSize((int) tokens.overdue());
            assertThat(listed(Which.AT_RISK, tokens)).as("%s", tokens).hasSize((int) tokens.atRisk());
            assertThat(listed(Which.WAITING, tokens)).as("%s", tokens).hasSize((int) tokens.waiting());
        }
        assertThat(all).extracting(Tokens::overdue).contains(4L, 3L, 1L);
    }

    @Test
    void tokens_are_told_by_element_and_by_name_and_tasks_of_called_processes_by_what_calls_them() {
        assertThat(running.tokens(scope))
                .containsExactlyInAnyOrder(
                        new Tokens("handle", null, 5, 4, 0, 0),
                        new Tokens("handle", "Thẩm định", 4, 3, 0, 0),
                        new Tokens("handle", "Kiểm tra thực địa", 1, 1, 0, 0),
                        new Tokens("receive-supplement", null, 1, 0, 0, 1),
                        new Tokens("receive-supplement", "Nhận bổ sung", 1, 0, 0, 1),
                        new Tokens("asked-agency", null, 1, 0, 0, 0),
                        new Tokens("asked-agency", "Cho ý kiến theo đề nghị", 1, 0, 0, 0),
                        new Tokens("other-agency", null, 1, 0, 1, 0),
                        new Tokens("other-agency", "Ý kiến về bảo đảm an ninh", 1, 0, 1, 0),
                        new Tokens("hand-over", null, 1, 0, 0, 0),
                        new Tokens("hand-over", "Trả kết quả", 1, 0, 0, 0));
    }

    @Test
    void the_most_urgent_come_first_and_those_whose_clock_stands_or_is_over_last() {
        List<Token> all = listed(new Asked(scope, Which.ALL, null, null));
        assertThat(all).hasSize(10);
        assertThat(all.get(0).code()).isEqualTo(late);
        assertThat(all.get(all.size() - 2).waitingSince()).isNotNull();
        assertThat(all.get(all.size() - 1).resolved()).isNotNull();
        assertThat(all.subList(0, 4)).allMatch(Token::overdue);
    }

    @Test
    void a_running_dossier_that_nobody_has_a_task_of_is_listed_all_the_same() {
        assertThat(listed(new Asked(scope, Which.ALL, null, null)))
                .filteredOn(token -> token.taskId() == null)
                .extracting(Token::code)
                .containsExactly(idle);
    }

    @Test
    void one_procedure_alone_and_one_called_task_alone_can_be_asked_about() {
        assertThat(listed(new Asked(scope.only(LAND), Which.ALL, "handle", null)))
                .extracting(Token::code)
                .containsExactly(later);
        StepScope called = new StepScope(scope.processes(), Set.of("give-opinion"), List.of(), scope.agencies(), null);
        assertThat(running.tokens(called).get(0)).isEqualTo(new Tokens("give-opinion", null, 2, 0, 1, 0));
    }

    private static List<Token> listed(Which which, Tokens tokens) {
        return listed(new Asked(scope, which, tokens.element(), tokens.name()));
    }

    /** Page by page. */
    private static List<Token> listed(Asked asked) {
        List<Token> all = new ArrayList<>();
        List<Token> page = running.page(asked, 0, 2);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = running.page(asked, all.size(), 2);
        }
        assertThat(running.count(asked)).isEqualTo(all.size());
        assertThat(all).doesNotHaveDuplicates();
        return all;
    }

    private static void open(Dossier dossier, String key, String name) {
        store.bean(WorkItems.class)
                .open(new WorkItem(
                        key + "-" + dossier.id(),
                        dossier.id(),
                        key,
                        name,
                        "officer",
                        dossier.agencyId(),
                        null,
                        LocalDateTime.now(store.clock()),
                        null,
                        null));
    }

    private static void foresee(Dossier dossier) {
        store.jdbc().sql("""
                        insert into motcua.risk_span
                            (dossier_id, valid_from, due_at, risk_from, day_before, need_minutes, basis, passes)
                        select id, received_at, due_at, received_at, received_at, 9, 'THIN', 0
                        from motcua.dossier where id = ?
                        """).param(dossier.id()).update();
    }
}

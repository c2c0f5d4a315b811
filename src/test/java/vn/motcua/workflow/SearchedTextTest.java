package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Submissions;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** What a task is found by when it follows another: the same text, unless the dossier is reached by another number since. */
class SearchedTextTest {

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void the_next_task_is_found_by_the_same_text() {
        WorkItem item = filed();
        String before = text(item);
        next(item, () -> {});
        assertThat(text(item)).isEqualTo(before).contains("0912345678");
    }

    @Test
    void a_number_given_with_the_task_before_finds_the_next_one() {
        WorkItem item = filed();
        next(item, () -> give(item, "0987654321"));
        assertThat(text(item)).contains(" 0987654321 ").doesNotContain("0912345678");
    }

    @Test
    void a_number_that_was_taken_back_finds_nothing_any_more() {
        WorkItem item = filed();
        next(item, () -> give(item, null));
        assertThat(text(item)).doesNotContain("0912345678");
    }

    private static WorkItem filed() {
        return office.item(office.fileAny("2.001740"), "intake-check");
    }

    private static void give(WorkItem item, String phone) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("phone", phone);
        office.store.bean(Submissions.class).put(item.dossierId(), fields);
    }

    /** Ends the task and opens one after it. */
    private static void next(WorkItem item, Runnable between) {
        WorkItems items = office.store.bean(WorkItems.class);
        new TransactionTemplate(office.store.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            items.take(item.taskId(), null);
            between.run();
            items.open(item);
        });
    }

    private static String text(WorkItem item) {
        return office.store
                .jdbc()
                .sql("select search from motcua.work_item where task_id = ?")
                .param(item.taskId())
                .query(String.class)
                .single();
    }
}

package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.workflow.Office.fields;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.worklist.WorkItem;

/** How much a dossier's way asks of the database; a number that rises here is seen before it is felt. */
class HotPathTest {

    private static final String PRINTERS = "2.001740";

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
        live(office.fileAny(PRINTERS));
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void filing_asks_the_database_no_more_than_it_must() {
        assertThat(statements(() -> office.fileAny(PRINTERS))).hasSizeLessThanOrEqualTo(9);
    }

    @Test
    void accepting_appraising_deciding_and_handing_over_ask_no_more_than_they_must() {
        String code = office.fileAny(PRINTERS);
        List<Integer> asked = List.of(
                completed(code, "intake-check", "decision", "accept").size(),
                completed(code, "handle", "decision", "forward", "opinion", "Hồ sơ hợp lệ")
                        .size(),
                completed(code, "approve", "decision", "approve").size(),
                completed(code, "hand-over", "receiver", "Lê Văn Nam").size());
        assertThat(asked).usingElementComparator(HotPathTest::noMore).containsExactly(10, 6, 10, 6);
    }

    @Test
    void what_a_command_has_read_it_does_not_read_again() {
        String code = office.fileAny(PRINTERS);
        assertThat(completed(code, "intake-check", "decision", "accept"))
                .filteredOn(statement -> statement.toLowerCase(Locale.ROOT).startsWith("select"))
                .filteredOn(statement -> statement.contains("motcua."))
                .doesNotHaveDuplicates();
    }

    @Test
    void completing_asks_no_rights_of_the_engine_and_reads_no_model() {
        String code = office.fileAny(PRINTERS);
        assertThat(completed(code, "intake-check", "decision", "accept"))
                .noneMatch(statement -> statement.contains("ACT_RU_AUTHORIZATION"))
                .noneMatch(statement -> statement.contains("ACT_RE_PROCDEF"));
    }

    private static int noMore(int asked, int allowed) {
        return asked <= allowed ? 0 : 1;
    }

    private static void live(String code) {
        completed(code, "intake-check", "decision", "accept");
        completed(code, "handle", "decision", "forward", "opinion", "Hồ sơ hợp lệ");
        completed(code, "approve", "decision", "approve");
        completed(code, "hand-over", "receiver", "Lê Văn Nam");
    }

    private static List<String> completed(String code, String taskKey, Object... fields) {
        WorkItem item = office.item(code, taskKey);
        String agency = office.agency(item.agencyId());
        return statements(() -> office.as(item.staffGroup() + "-1", List.of(item.staffGroup()), List.of(agency), () -> {
            office.flow().complete(item.taskId(), fields(fields));
            return null;
        }));
    }

    private static List<String> statements(Runnable work) {
        return office.store.statements().of(work);
    }
}

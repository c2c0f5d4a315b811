package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistFilter;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistRow;
import vn.motcua.worklist.WorklistScope;
import vn.motcua.worklist.WorklistTab;

/** The worklist shows what the engine has open, as soon as it has. */
class WorklistOfFlowTest {

    @Test
    void a_dossier_is_listed_step_by_step_and_waits_while_papers_are_awaited() {
        try (Office office = Office.open()) {
            String code = office.filePublication(Map.of("applicantName", "Chùa Đỏ", "phone", "0987654321"));
            assertThat(list(office, "counter", WorklistTab.ALL, "chua do 0987654321"))
                    .extracting(WorklistRow::step)
                    .containsExactly("Kiểm tra hồ sơ");

            office.complete(code, "intake-check", Office.usual("intake-check"));
            office.complete(code, "confirm-payment", Office.usual("confirm-payment"));
            assertThat(list(office, "counter", WorklistTab.ALL, null)).isEmpty();
            WorklistRow appraisal =
                    list(office, "officer", WorklistTab.ALL, code).get(0);
            assertThat(appraisal.due()).isEqualTo(office.dueOf(code, "appraisal"));
            assertThat(appraisal.dossierDue()).isEqualTo(office.dossier(code).due());
            assertThat(appraisal.waiting()).isFalse();

            office.complete(
                    code,
                    "appraisal",
                    Map.of("decision", "supplement", "opinion", "Thiếu bản thảo", "reason", "Thiếu bản thảo"));
            assertThat(list(office, "counter", WorklistTab.WAITING, null))
                    .extracting(WorklistRow::step)
                    .containsExactly("Nhận giấy tờ bổ sung");
            office.complete(code, "receive-supplement", Map.of("receivedPapers", "Bản thảo"));
            assertThat(list(office, "counter", WorklistTab.WAITING, null)).isEmpty();
            assertThat(list(office, "officer", WorklistTab.ALL, null).get(0).waiting())
                    .isFalse();
        }
    }

    private static List<WorklistRow> list(Office office, String group, WorklistTab tab, String search) {
        int agency = office.store
                .jdbc()
                .sql("select id from motcua.agency where code = ?")
                .param(Office.DEPARTMENT)
                .query(Integer.class)
                .single();
        WorklistFilter filter = new WorklistFilter(null, null, null, null, search);
        WorklistScope scope = new WorklistScope(Set.of(agency), Set.of(group), null);
        return office.store
                .bean(Worklist.class)
                .page(new WorklistQuery(scope, tab, filter, null, 20))
                .rows();
    }
}

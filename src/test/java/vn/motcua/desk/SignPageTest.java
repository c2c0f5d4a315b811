package vn.motcua.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;

/** A leader who signs many dossiers at once. */
class SignPageTest {

    private static DeskOffice office;

    @BeforeAll
    static void open() {
        office = DeskOffice.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @Test
    void many_are_signed_at_once_each_by_itself_and_each_refusal_is_told() {
        List<String> codes = List.of(decision("officer"), decision("officer"), decision("officer"));
        String own = decision("officer2");
        office.store
                .jdbc()
                .sql("update motcua.staff set staff_group = 'leader' where username = 'officer2'")
                .update();
        try {
            Visit leader = office.as("officer2");
            String page = leader.get("/desk/sign").body();
            assertThat(page)
                    .contains(codes)
                    .contains(own, "Kỷ yếu 50 năm", "Nội dung phù hợp", "Nguyễn Thị officer", "đồng ý")
                    .contains("Hội Văn học nghệ thuật tỉnh", "class=\"mc-burn", "Bạn đã thẩm định hồ sơ này")
                    .doesNotContain("??");
            HttpResponse<String> answer = leader.submit("/desk/sign", "/desk/sign", ticked(codes, own));
            assertThat(leader.location(answer)).isEqualTo("/desk/sign");
            String results = leader.get("/desk/sign").body();
            assertThat(results).contains("Kết quả ký", "không được tự quyết định", own);
            assertThat(results.split("class=\"mc-signed\"", -1)).hasSize(codes.size() + 1);
            codes.forEach(code -> assertThat(office.tasks(code))
                    .noneMatch(item -> item.staffGroup().equals("leader")));
            assertThat(office.tasks(own)).anyMatch(item -> item.taskKey().equals("leader-decision"));
            Submission signed = last(codes.get(0));
            assertThat(signed.actor()).isEqualTo("officer2");
            assertThat(signed.at()).isEqualTo(TestStore.FRI_20_NOV_2026);
            assertThat(signed.fields()).containsEntry("decision", "sign");
            assertThat(leader.get("/desk/sign").body()).as("told once").doesNotContain("Kết quả ký");
        } finally {
            office.store
                    .jdbc()
                    .sql("update motcua.staff set staff_group = 'officer' where username = 'officer2'")
                    .update();
        }
    }

    @Test
    void nothing_is_signed_whose_summary_was_not_shown_or_that_another_has_done() {
        String unseen = decision("officer");
        String done = decision("officer");
        Visit leader = office.as("leader");
        String[] ids = {task(unseen), task(done)};
        office.complete(done, "leader-decision", "leader2", Map.of("decision", "sign"));
        leader.submit("/desk/sign", "/desk/sign", "task", ids[0], "task", ids[1], "task", "nothing", "shown", ids[1]);
        assertThat(leader.get("/desk/sign").body())
                .contains("chưa hiện ra", "đã được Nguyễn Thị leader2 hoàn thành", "không còn nữa hoặc không thuộc");
        assertThat(office.tasks(unseen)).anyMatch(item -> item.taskKey().equals("leader-decision"));
        leader.submit("/desk/sign", "/desk/sign", "shown", ids[0]);
        assertThat(leader.get("/desk/sign").body()).contains("Bạn chưa chọn hồ sơ nào");
    }

    @Test
    void only_decisions_that_are_ones_own_to_take_are_listed() {
        String code = decision("officer");
        String taken = decision("officer");
        office.store.bean(org.camunda.bpm.engine.TaskService.class).setAssignee(task(taken), "leader2");
        assertThat(office.as("leader").get("/desk/sign").body()).contains(code).doesNotContain(taken);
        assertThat(office.as("leader2").get("/desk/sign").body()).contains(code, taken);
        Visit elsewhere = office.as("commune.leader");
        assertThat(elsewhere.get("/desk/sign").body()).doesNotContain(code);
        elsewhere.submit("/password", "/desk/sign", "task", task(code), "shown", task(code));
        assertThat(elsewhere.get("/desk/sign").body())
                .contains("không thuộc đơn vị")
                .doesNotContain(code);
        assertThat(office.tasks(code)).anyMatch(item -> item.taskKey().equals("leader-decision"));
        for (String other : List.of("counter", "officer", "manager", "admin")) {
            assertThat(office.as(other).get("/desk/sign").statusCode())
                    .as(other)
                    .isEqualTo(403);
            assertThat(office.as(other)
                            .submit("/password", "/desk/sign", "task", task(code), "shown", task(code))
                            .statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void what_was_said_about_many_dossiers_and_their_forms_are_read_at_once() {
        decision("officer");
        decision("officer");
        decision("officer");
        Visit leader = office.as("leader");
        leader.get("/desk/sign");
        List<String> asked = office.store.statements().of(() -> leader.get("/desk/sign"));
        assertThat(asked).filteredOn(sql -> sql.contains("motcua.submission")).hasSize(1);
        assertThat(asked).filteredOn(sql -> sql.contains("ACT_RU_TASK")).hasSize(1);
    }

    private static String[] ticked(List<String> codes, String more) {
        List<String> all = new ArrayList<>(codes);
        all.add(more);
        List<String> fields = new ArrayList<>();
        all.forEach(code -> fields.addAll(List.of("task", task(code), "shown", task(code))));
        return fields.toArray(String[]::new);
    }

    private static String task(String code) {
        return office.tasks(code).stream()
                .filter(item -> item.taskKey().equals("leader-decision"))
                .findFirst()
                .orElseThrow()
                .taskId();
    }

    private static String decision(String officer) {
        String code = office.filePublication();
        office.complete(
                code,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 1, "subject", "none"));
        office.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
        office.complete(code, "appraisal", officer, Map.of("decision", "approve", "opinion", "Nội dung phù hợp"));
        return code;
    }

    private static Submission last(String code) {
        List<Submission> all = office.store
                .bean(Submissions.class)
                .of(office.store.bean(Dossiers.class).get(code).id());
        return all.get(all.size() - 1);
    }
}

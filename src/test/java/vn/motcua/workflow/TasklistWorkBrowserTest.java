package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Submissions;
import vn.motcua.people.Accounts;
import vn.motcua.people.StaffEntry;
import vn.motcua.people.StaffGroup;
import vn.motcua.support.Chromium;
import vn.motcua.support.TestStore;

/** What Tasklist shows of dossiers, and that work done there is work done on the desk. */
class TasklistWorkBrowserTest {

    private static final String PASSWORD = "mưa xuân đến sớm";

    private static Office office;
    private static Desktop desktop;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = Office.of(TestStore.engineWeb());
        for (StaffGroup group : StaffGroup.values()) {
            StaffEntry entry = new StaffEntry(person(group), "Người " + person(group), group, Office.DEPARTMENT);
            office.store.bean(Accounts.class).add(entry, PASSWORD, false, "test");
        }
        desktop = Desktop.orSkip(office.store);
    }

    @AfterAll
    static void close() {
        if (desktop != null) {
            desktop.close();
        }
        if (office != null) {
            office.close();
        }
    }

    private static String person(StaffGroup group) {
        return group.code() + ".one";
    }

    private void signIn(StaffGroup group) {
        desktop.signIn(person(group), PASSWORD);
    }

    /** Two dossiers alike, one with its clerk in Tasklist and one through our own pages' way. */
    @Test
    void what_is_completed_in_tasklist_has_the_same_effect_as_on_the_desk() {
        String here = office.filePublication(Map.of());
        String there = office.filePublication(Map.of());
        signIn(StaffGroup.COUNTER);
        desktop.openTasklist();
        desktop.takeOf(here);
        desktop.tick("Tiếp nhận");
        desktop.complete();
        desktop.openTasklist();
        desktop.takeOf(here);
        desktop.tick("Đã nộp");
        desktop.fill("receiptNumber", "BL-001");
        desktop.complete();
        onTheDesk(StaffGroup.COUNTER, there, "intake-check", new HashMap<>(Map.of("decision", "accept")));
        onTheDesk(
                StaffGroup.COUNTER,
                there,
                "confirm-payment",
                new HashMap<>(Map.of("decision", "paid", "receiptNumber", "BL-001")));
        assertThat(kept(here)).isEqualTo(kept(there)).contains("ACCEPTED", "appraisal", "BL-001");
        assertThat(office.dossier(here).due()).isEqualTo(office.dossier(there).due());
        assertThat(office.variables()).isZero();
    }

    /** With the presets that the page fills the form with, and what the person enters. */
    private void onTheDesk(StaffGroup group, String code, String task, Map<String, Object> entered) {
        Map<String, Object> fields = new HashMap<>(office.shown(code, task));
        fields.putAll(entered);
        String id = office.task(code, task).getId();
        office.store.bean(EngineLogin.class).as(person(group), () -> {
            office.flow().complete(id, fields);
            return id;
        });
    }

    /** What dossier, ledger, worklist and submissions keep, without what names the one dossier. */
    private static String kept(String code) {
        String all = office.ledger(code).stream()
                        .map(event ->
                                event.kind() + " " + event.occurredAt() + " " + event.actor() + " " + event.reason())
                        .toList()
                + "\n"
                + office.workItems(code).stream()
                        .map(item -> List.of(
                                item.taskKey(),
                                item.name(),
                                item.staffGroup(),
                                item.agencyId(),
                                String.valueOf(item.assignee()),
                                item.created(),
                                String.valueOf(item.due())))
                        .toList()
                + "\n"
                + office.store.bean(Submissions.class).of(office.dossier(code).id()).stream()
                        .map(done -> List.of(
                                done.taskKey(),
                                done.taskName(),
                                String.valueOf(done.agencyId()),
                                done.actor(),
                                done.at(),
                                new TreeMap<>(done.fields())))
                        .toList();
        return all.replace(code, "code");
    }

    @Test
    void the_list_shows_code_applicant_and_deadline_in_vietnamese() {
        String code = office.filePublication(Map.of("applicantName", "Hội Nhà báo tỉnh"));
        office.complete(code, "intake-check", Publications.accepted());
        office.complete(code, "confirm-payment", Publications.paid());
        signIn(StaffGroup.OFFICER);
        desktop.openTasklist();
        assertThat(desktop.row(code))
                .contains("Thẩm định nội dung tài liệu", "Mã hồ sơ:", "Hội Nhà báo tỉnh", "Hạn hồ sơ:", "ngày");
        assertThat(desktop.filters())
                .containsExactly("Việc của chuyên viên", "Việc của tôi", "Việc quá hạn", "Tất cả việc");
        assertThat(desktop.isShown(".ce-eol-banner")).isFalse();
        assertThat(desktop.isShown(".create-task-action")).isFalse();
        desktop.takeOf(code);
        desktop.submitTask();
        desktop.see("Hãy điền ô này.");
    }
}

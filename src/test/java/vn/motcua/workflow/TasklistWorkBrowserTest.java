package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.forms.Field;
import vn.motcua.forms.FilledForm;
import vn.motcua.forms.FilledForm.Entry;
import vn.motcua.forms.FormDefinition;
import vn.motcua.forms.Kind;
import vn.motcua.forms.Option;

/** What Tasklist shows of dossiers, and that every form works there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TasklistWorkBrowserTest {

    private static Workplace workplace;
    private static Office office;
    private static Desktop desktop;
    private static FormTasks tasks;

    @BeforeAll
    static void open() {
        workplace = Workplace.orSkip("--motcua.session.longest=9000h");
        office = workplace.office;
        desktop = workplace.desktop;
        tasks = new FormTasks(office);
    }

    @AfterAll
    static void close() {
        if (workplace != null) {
            workplace.close();
        }
    }

    /** While no other dossier is there to fill the page of the list. */
    @Test
    @Order(1)
    void the_list_shows_code_applicant_and_deadline_in_vietnamese() {
        String code = office.filePublication(Map.of("applicantName", "Hội Nhà báo tỉnh"));
        office.complete(code, "intake-check", Publications.accepted());
        office.complete(code, "confirm-payment", Publications.paid());
        desktop.as("officer");
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

    /** Every file of {@code forms/}, so that none can be forgotten: one to which no way leads fails. */
    static Stream<String> forms() {
        return FormTasks.forms().stream().map(FormDefinition::id);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void every_form_is_shown_filled_in_and_completed_in_tasklist(String key) {
        FormDefinition form = FormDefinition.shipped(key);
        if (FormTasks.isStart(form)) {
            started(form);
        } else {
            completed(form);
        }
    }

    @Test
    void the_calendar_of_a_form_speaks_vietnamese() {
        Task task = tasks.reach(FormDefinition.shipped("online-public-service-reappoint"));
        desktop.as(office.holder(task));
        desktop.openTask(task.getId());
        desktop.form().tick("Xin lỗi và hẹn lại");
        assertThat(desktop.form().calendar("appointment"))
                .containsExactly("Tháng 11", "CN", "T2", "T3", "T4", "T5", "T6", "T7");
    }

    private static void completed(FormDefinition form) {
        Task task = tasks.reach(form);
        String code = office.code(task);
        String who = office.holder(task);
        desktop.as(who);
        assertThat(desktop.openTask(task.getId())).isEqualTo(form.id());
        assertShown(form, office.shown(task));
        form.fields().stream()
                .filter(field -> field.readOnly() && desktop.form().labels().contains(field.label()))
                .forEach(field -> assertThat(desktop.form().value(field.key())).contains(known(code, field)));
        FilledIn filled = entered(form, desktop::submitTask);
        assertKept(filled, code, who, task.getId());
        assertThat(office.tasks(code)).extracting(Task::getId).doesNotContain(task.getId());
    }

    private static void started(FormDefinition form) {
        desktop.as("counter");
        String process = form.id().replaceFirst("-start$", "");
        assertThat(desktop.openStart(office.processName(process))).isEqualTo(form.id());
        assertShown(form, Map.of());
        FilledIn filled = entered(form, desktop::submitStart);
        String code = office.lastFiled();
        assertKept(filled, code, "counter", null);
        assertThat(office.openTasks(code)).isNotEmpty();
    }

    /** Headings, fields that are asked for, and the words of choices that stand below one another: these and no others. */
    private static void assertShown(FormDefinition form, Map<String, Object> presets) {
        List<String> expected = new ArrayList<>();
        for (FilledForm.Part part :
                FilledForm.of(form, presets, office.now().toLocalDate()).parts()) {
            expected.add(part.heading());
            part.entries().stream()
                    .filter(entry -> !entry.hidden())
                    .map(Entry::field)
                    .forEach(field -> {
                        expected.add(field.label());
                        if (field.kind() == Kind.RADIO) {
                            field.options().stream().map(Option::label).forEach(expected::add);
                        }
                    });
        }
        assertThat(desktop.form().labels()).containsExactlyElementsOf(expected);
        assertThat(desktop.form().complaints()).isEmpty();
    }

    /** What a read-only field tells of a dossier on its way to a task. */
    private static String known(String code, Field field) {
        return switch (field.key()) {
            case "dossierCode" -> code;
            case "applicantName" -> office.dossier(code).applicant().name();
            case "fee" -> office.field(code, "units") == null ? "10750000" : "1800000";
            case "opinion" -> "(officer-1): Nội dung phù hợp";
            default -> (String) office.field(code, field.key());
        };
    }

    private static FilledIn entered(FormDefinition form, Runnable button) {
        FilledIn filled = FilledIn.ways(form).get(0);
        form.fields().stream()
                .filter(field -> filled.values().containsKey(field.key()))
                .forEach(field -> desktop.form().enter(field, filled.values().get(field.key())));
        desktop.form().recheck();
        assertThat(desktop.form().send(button)).isEqualTo(new ObjectMapper().valueToTree(filled.variables()));
        return filled;
    }

    private static void assertKept(FilledIn filled, String code, String who, String task) {
        List<Submission> all =
                office.store.bean(Submissions.class).of(office.dossier(code).id());
        Submission last = all.get(all.size() - 1);
        assertThat(last.taskId()).isEqualTo(task);
        assertThat(last.actor()).isEqualTo(who);
        assertThat(texts(last.fields())).isEqualTo(texts(filled.values()));
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((key, value) -> texts.put(key, value.toString()));
        return texts;
    }
}

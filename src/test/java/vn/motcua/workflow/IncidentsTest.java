package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.refusal.Refusal;

/** What the engine cannot do by itself stays undone as a whole until somebody has removed the cause. */
class IncidentsTest {

    private static final String KIND = "Giấy phép xuất bản tài liệu không kinh doanh";

    private static Office office;
    private static Publications publications;
    private static ManagementService management;

    @BeforeAll
    static void open() {
        office = Office.open();
        publications = new Publications(office);
        management = office.engine.getManagementService();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @BeforeEach
    void monday() {
        office.store.clock().set(LocalDateTime.of(2026, 11, 2, 9, 0));
    }

    @Test
    void a_licence_whose_number_is_taken_becomes_an_incident_and_goes_through_once_the_number_is_free() {
        String code = publications.at("leader-decision");
        office.complete(code, "leader-decision", Publications.signed());
        String number = takeNextNumber();
        String job = office.jobs(code, "issue-licence").get(0).getId();
        String before = kept();

        for (int failures = 1; failures <= 3; failures++) {
            assertThat(incidents(code)).isEmpty();
            assertThatThrownBy(() -> management.executeJob(job)).hasMessageContaining("Số " + number);
            assertThat(job(job).getRetries()).isEqualTo(3 - failures);
            assertThat(kept()).isEqualTo(before);
            office.store.clock().advance(Duration.ofMinutes(2));
        }
        assertThat(incidents(code)).singleElement().satisfies(incident -> {
            assertThat(incident.getIncidentType()).isEqualTo(Incident.FAILED_JOB_HANDLER_TYPE);
            assertThat(incident.getActivityId()).isEqualTo("issue-licence");
            assertThat(incident.getIncidentMessage()).contains("Số " + number + " của loại " + KIND + " đã được cấp");
        });
        assertThat(office.dossier(code).status()).isEqualTo(Status.IN_PROCESS);
        assertThat(office.events(code)).doesNotContain(EventKind.RESOLVED);
        office.runDueJobs();
        assertThat(office.tasks(code)).isEmpty();

        office.store
                .jdbc()
                .sql("delete from motcua.issued_licence where number = ? and dossier_id is null")
                .param(number)
                .update();
        office.as("admin-1", List.of("camunda-admin"), List.of(Office.DEPARTMENT), () -> {
            management.setJobRetries(job, 1);
            return job;
        });
        office.runDueJobs();
        assertThat(incidents(code)).isEmpty();
        assertThat(office.openTasks(code)).containsExactly("hand-over");
        assertThat(office.dossier(code).status()).isEqualTo(Status.RESOLVED);
        assertThat(office.store
                        .jdbc()
                        .sql("select number from motcua.issued_licence where dossier_id = ?")
                        .param(office.dossier(code).id())
                        .query(String.class)
                        .single())
                .isEqualTo(number);
    }

    @Test
    void nobody_but_an_administrator_sets_a_failed_job_going_again() {
        String code = publications.at("leader-decision");
        office.complete(code, "leader-decision", Publications.signed());
        String job = office.jobs(code, "issue-licence").get(0).getId();
        for (String group : List.of("counter", "officer", "leader", "manager")) {
            assertThatThrownBy(() -> office.as(group + "-1", List.of(group), List.of(Office.DEPARTMENT), () -> {
                        management.setJobRetries(job, 5);
                        return job;
                    }))
                    .hasMessageContaining("không được phép");
        }
        assertThat(job(job).getRetries()).isEqualTo(3);
        office.runDueJobs();
    }

    @Test
    void an_opinion_that_the_decision_table_asks_of_an_agency_nobody_knows_is_refused_whole() {
        office.store
                .jdbc()
                .sql("update motcua.agency set code = 'H37.QSX' where code = 'H37.QS'")
                .update();
        try {
            String code = publications.at("confirm-payment", Map.of("subject", "military"));
            String before = office.everything();
            assertThatThrownBy(() -> office.complete(code, "confirm-payment", Publications.paid()))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("H37.QS")
                    .hasMessageContaining("danh mục");
            assertThat(office.everything()).isEqualTo(before);
        } finally {
            office.store
                    .jdbc()
                    .sql("update motcua.agency set code = 'H37.QS' where code = 'H37.QSX'")
                    .update();
        }
    }

    /** Enters a licence of no dossier under the number that comes next. */
    private static String takeNextNumber() {
        int last = office.store
                .jdbc()
                .sql("select coalesce(max(last), 0) from motcua.licence_number where kind = ? and year = 2026")
                .param(KIND)
                .query(Integer.class)
                .single();
        String number = (last + 1) + "/2026/GP";
        office.store
                .jdbc()
                .sql(
                        "insert into motcua.issued_licence (kind, number, holder, valid_from) values (?, ?, 'Ai đó', '2026-11-02')")
                .params(KIND, number)
                .update();
        return number;
    }

    private static String kept() {
        return office.everything(
                        "motcua.dossier", "motcua.clock_event", "motcua.issued_licence", "motcua.licence_number")
                + office.everything(
                        "public.act_ru_task", "public.act_ru_variable", "motcua.work_item", "motcua.outbox");
    }

    private static List<Incident> incidents(String code) {
        return office.engine
                .getRuntimeService()
                .createIncidentQuery()
                .processInstanceId(office.instance(code))
                .list();
    }

    private static Job job(String id) {
        return management.createJobQuery().jobId(id).singleResult();
    }
}

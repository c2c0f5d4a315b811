package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static vn.motcua.workflow.Office.fields;

import java.time.LocalDateTime;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Submissions;

/** The step of another agency, and that nothing is done to a dossier beside its process. */
class AgencyStepTest {

    private static final LocalDateTime FRI_6_NOV_2026 = LocalDateTime.of(2026, 11, 6, 15, 0);

    private static Office office;
    private static Publications publications;

    @BeforeAll
    static void open() {
        office = Office.open();
        publications = new Publications(office);
        ProcessEngineTests.init(office.engine);
    }

    @AfterAll
    static void close() {
        ProcessEngineTests.reset();
        office.close();
    }

    @BeforeEach
    void friday() {
        office.store.clock().set(FRI_6_NOV_2026);
    }

    @Test
    void the_asked_agency_has_a_process_of_its_own_with_one_task_and_no_answer_of_it_is_the_dossiers() {
        String code = publications.at("appraisal", Map.of("subject", "police"));
        ProcessInstance asked = asked(code);
        assertThat(asked).isStarted().isWaitingAtExactly("give-opinion");
        assertThat(asked).task().hasCandidateGroup("officer").isNotAssigned();
        Assertions.assertThat(asked.getTenantId()).isEqualTo("H37.CA");
        office.complete(code, "give-opinion", fields("decision", "disagree", "opinion", "Có thông tin chưa công bố"));
        assertThat(asked).isEnded();
        Map<String, Object> ofDossier =
                office.store.bean(Submissions.class).fields(office.dossier(code).id());
        Assertions.assertThat(ofDossier).doesNotContainValue("Có thông tin chưa công bố");
        Assertions.assertThat(office.openTasks(code)).containsExactly("appraisal");
    }

    @Test
    void the_time_for_an_opinion_is_office_time_of_the_agency_that_is_asked() {
        String code = publications.at("appraisal", Map.of("subject", "police"));
        office.store
                .jdbc()
                .sql("update motcua.agency set office_hours = '08:00-12:00', cut_off = '10:00' where code = 'H37.QS'")
                .update();
        String other = publications.at("appraisal", Map.of("subject", "military"));
        // Asked on Friday at 15:00: five working days end on Friday, or on Monday where Friday was over at ten.
        Assertions.assertThat(office.dueOf(code, "give-opinion")).hasDayOfMonth(13);
        Assertions.assertThat(office.dueOf(other, "give-opinion")).hasDayOfMonth(16);
    }

    @Test
    void what_is_done_to_a_dossier_beside_its_process_is_refused_and_leaves_no_trace() {
        String code = publications.at("appraisal");
        String before = office.everything();
        Dossiers dossiers = office.store.bean(Dossiers.class);
        assertThatThrownBy(() -> dossiers.resolve(code, Act.by("Lan")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of its process");
        Assertions.assertThat(office.everything()).isEqualTo(before);
    }

    private static ProcessInstance asked(String code) {
        return office.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(office.instance(code))
                .singleResult();
    }
}

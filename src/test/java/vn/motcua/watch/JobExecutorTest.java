package vn.motcua.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;
import vn.motcua.support.TestPostgres;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.EngineCounts;
import vn.motcua.workflow.JobRounds;

/** What is told of the engine's jobs. */
class JobExecutorTest {

    private static TestStore store;

    @BeforeAll
    static void open() {
        store = TestStore.engineAt(
                TestPostgres.newDatabase(),
                "--camunda.bpm.job-execution.enabled=true",
                "--camunda.bpm.job-execution.max-wait=500",
                "--camunda.bpm.job-execution.wait-time-in-millis=100");
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void a_node_that_asks_for_jobs_is_active_and_one_that_stopped_to_is_a_warning() throws Exception {
        JobRounds rounds = store.bean(JobRounds.class);
        for (int i = 0; i < 600 && rounds.last().isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(rounds.isActive()).isTrue();
        assertThat(rounds.last()).isPresent();
        assertThat(store.bean(JobExecutorHealth.class).health().getStatus()).isEqualTo(Status.UP);
        Scrape scrape = new Scrape();
        store.bean(NodeMetrics.class).collect(scrape);
        assertThat(scrape.done().stream().map(metric -> metric.getMetadata().getPrometheusName()))
                .contains("motcua_engine_job_executor_active", "motcua_engine_acquisition_timestamp_seconds");

        store.bean(org.camunda.bpm.engine.impl.jobexecutor.JobExecutor.class).shutdown();
        assertThat(store.bean(JobExecutorHealth.class).health().getStatus()).isEqualTo(Checked.WARNING);
    }

    @Test
    void a_node_that_is_not_to_run_jobs_is_no_warning() {
        try (TestStore other = TestStore.engine()) {
            assertThat(other.bean(JobRounds.class).isWanted()).isFalse();
            assertThat(other.bean(JobExecutorHealth.class).health().getStatus()).isEqualTo(Status.UP);
        }
    }

    @Test
    void due_and_exhausted_jobs_and_incidents_are_counted_by_process() {
        try (TestStore other = TestStore.engine()) {
            LocalDateTime now = LocalDateTime.now(other.clock());
            EngineCounts counts = other.bean(EngineCounts.class);
            assertThat(counts.incidents()).containsEntry("online-public-service", 0L);
            EngineCounts.Jobs before = counts.jobs(other.clock().instant());
            job(other, "due", now.minusMinutes(20), 3, 1);
            job(other, "due-too", now.minusMinutes(5), 1, 1);
            job(other, "later", now.plusMinutes(5), 3, 1);
            job(other, "suspended", now.minusMinutes(5), 3, 2);
            job(other, "exhausted", now.plusMinutes(5), 0, 1);
            EngineCounts.Jobs jobs = counts.jobs(other.clock().instant());
            assertThat(jobs.due()).isEqualTo(before.due() + 2);
            assertThat(jobs.late()).isEqualTo(Duration.ofMinutes(20));
            assertThat(jobs.exhausted()).isEqualTo(1);
            incident(other, "one", "one");
            incident(other, "of-its-caller", "one");
            assertThat(counts.incidents()).containsAllEntriesOf(Map.of("online-public-service", 1L, "agency-step", 0L));
        }
    }

    private static void job(TestStore store, String id, LocalDateTime due, int retries, int suspension) {
        store.jdbc()
                .sql("insert into public.act_ru_job (id_, type_, duedate_, retries_, suspension_state_, rev_)"
                        + " values (?, 'timer', ?, ?, ?, 1)")
                .params(
                        id,
                        java.sql.Timestamp.from(
                                due.atZone(store.clock().getZone()).toInstant()),
                        retries,
                        suspension)
                .update();
    }

    private static void incident(TestStore store, String id, String cause) {
        store.jdbc()
                .sql("insert into public.act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, proc_def_id_,"
                        + " cause_incident_id_) select ?, 1, now(), 'failedJob', id_, ? from public.act_re_procdef"
                        + " where key_ = 'online-public-service'")
                .params(id, cause)
                .update();
    }
}

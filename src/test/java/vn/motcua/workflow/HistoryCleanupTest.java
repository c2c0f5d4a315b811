package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.historycleanup.HistoryCleanupHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.motcua.workflow.engine.Dates;

/** The engine forgets what is long over; the legal record stays as it is. */
class HistoryCleanupTest {

    private static final List<String> LEGAL = List.of(
            "dossier",
            "clock_event",
            "clock_span",
            "submission",
            "dossier_fields",
            "dossier_flow",
            "issued_licence",
            "work_item",
            "outbox");

    private Office office;

    @BeforeEach
    void open() {
        office = Office.open();
    }

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void what_the_engine_knew_of_a_finished_dossier_goes_a_year_after_its_end_and_no_legal_record_with_it() {
        Publications publications = new Publications(office);
        String finished = publications.at("nothing");
        String running = publications.at("appraisal");
        assertThat(office.openTasks(finished)).isEmpty();
        LocalDateTime ended = LocalDateTime.now(office.store.clock());
        Map<String, String> legal = legalRecord();
        long ofRunning = remembered(running);

        cleanUpAt(ended.plusDays(364).toLocalDate().atTime(2, 0));
        assertThat(remembered(finished)).isPositive();

        cleanUpAt(ended.plusDays(367).toLocalDate().atTime(2, 0));
        assertThat(remembered(finished)).isZero();
        assertThat(remembered(running)).isEqualTo(ofRunning);
        assertThat(legalRecord()).isEqualTo(legal);
    }

    @Test
    void it_happens_between_one_and_four_at_night_in_vietnam() {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) office.engine.getProcessEngineConfiguration();
        assertThat(isTime("2026-11-21T00:59", engine)).isFalse();
        assertThat(isTime("2026-11-21T01:00", engine)).isTrue();
        assertThat(isTime("2026-11-21T03:59", engine)).isTrue();
        assertThat(isTime("2026-11-21T04:01", engine)).isFalse();
        assertThat(isTime("2026-11-21T14:00", engine)).isFalse();
    }

    private static boolean isTime(String moment, ProcessEngineConfigurationImpl engine) {
        return HistoryCleanupHelper.isWithinBatchWindow(Dates.of(LocalDateTime.parse(moment)), engine);
    }

    private void cleanUpAt(LocalDateTime moment) {
        office.store.clock().set(moment);
        office.engine.getHistoryService().cleanUpHistoryAsync(true);
        for (Job job : office.engine.getHistoryService().findHistoryCleanupJobs()) {
            office.engine.getManagementService().executeJob(job.getId());
        }
    }

    private long remembered(String code) {
        long rows = 0;
        for (String table : List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst")) {
            rows += office.store
                    .jdbc()
                    .sql("select count(*) from public." + table + " where root_proc_inst_id_ = (select "
                            + "f.process_instance_id from motcua.dossier_flow f join motcua.dossier d on d.id = f.dossier_id"
                            + " where d.code = ?)")
                    .param(code)
                    .query(Long.class)
                    .single();
        }
        return rows;
    }

    private Map<String, String> legalRecord() {
        Map<String, String> rows = new TreeMap<>();
        LEGAL.forEach(table -> rows.put(
                table,
                office.store
                        .jdbc()
                        .sql("select coalesce(string_agg(t::text, chr(10) order by t::text), '') from motcua." + table
                                + " t")
                        .query(String.class)
                        .single()));
        return rows;
    }
}

package vn.motcua.workflow;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/**
 * Takes away the engine's indexes for questions that nobody asks here. It has one for all that its queries can put, so a
 * dossier wrote some 180 entries, and the end of a task, whose time stood in one of them, wrote all entries of its row anew.
 * What goes serves queries of history by tenant, key, time, removal and case, and lists of tasks that the worklist answers;
 * what stays is keys, foreign keys, an instance's history, the nightly clean-up (definition and end), the business key, and
 * what Tasklist asks.
 */
@Component
class EngineIndexes implements JavaMigration {

    private static final List<String> UNASKED = List.of(
            "act_idx_hi_task_inst_tenant_id",
            "act_idx_hi_task_inst_proc_def_key",
            "act_idx_hi_taskinst_root_pi",
            "act_idx_hi_taskinstid_procinst",
            "act_idx_hi_task_inst_rm_time",
            "act_idx_hi_task_inst_start",
            "act_idx_hi_task_inst_end",
            "act_idx_hi_pro_inst_tenant_id",
            "act_idx_hi_pro_inst_proc_def_key",
            "act_idx_hi_pro_inst_proc_time",
            "act_idx_hi_pro_inst_root_pi",
            "act_idx_hi_pro_inst_rm_time",
            "act_idx_hi_pro_rst_pro_inst_id",
            "act_idx_hi_pro_inst_end",
            "act_idx_hi_actinst_root_pi",
            "act_idx_hi_act_inst_start_end",
            "act_idx_hi_act_inst_end",
            "act_idx_hi_act_inst_stats",
            "act_idx_hi_act_inst_tenant_id",
            "act_idx_hi_act_inst_proc_def_key",
            "act_idx_hi_ai_pdefid_end_time",
            "act_idx_hi_act_inst_rm_time",
            "act_idx_task_create",
            "act_idx_task_last_updated",
            "act_idx_task_owner",
            "act_idx_task_case_exec",
            "act_idx_task_case_def_id");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("33");
    }

    @Override
    public String getDescription() {
        return "engine indexes nobody asks";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("drop index if exists public." + String.join(", public.", UNASKED));
            // Room on its page for the end of a task, which so stays out of the indexes that are left (HOT).
            statement.execute("alter table public.act_hi_taskinst set (fillfactor = 80)");
            // Jobs that the engine has given up: those who keep the servers running are told every half minute.
            statement.execute("create index motcua_job_exhausted on public.act_ru_job (id_) where retries_ = 0");
        }
    }
}

package vn.motcua.workflow;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * Creates the engine's tables in the schema {@code public} from the scripts that come with it, so that one mechanism
 * brings a store forward and several nodes may start at once. The engine itself only checks the version.
 */
@Component
class EngineTables implements JavaMigration {

    private static final String SCRIPTS = "org/camunda/bpm/engine/db/create/activiti.postgres.create.";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3");
    }

    @Override
    public String getDescription() {
        return "engine tables 7.24.0";
    }

    @Override
    public Integer getChecksum() {
        return 7240;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection connection = context.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to public");
            for (String part : PARTS) {
                ScriptUtils.executeSqlScript(
                        connection,
                        new EncodedResource(new ClassPathResource(SCRIPTS + part + ".sql"), StandardCharsets.UTF_8));
            }
            // What task lists and the job executor ask most, and the engine has no index for.
            statement.execute("create index motcua_task_due on act_ru_task (due_date_)");
            statement.execute("create index motcua_job_due on act_ru_job (duedate_)");
            statement.execute("set search_path to motcua, public");
        }
    }
}

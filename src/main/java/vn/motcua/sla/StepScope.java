package vn.motcua.sla;

import java.sql.Types;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whose steps.
 *
 * @param processes the keys of the processes that the dossiers run on
 * @param agencies that handle the dossiers
 * @param procedure its code, null for all
 */
public record StepScope(
        Set<String> processes,
        Set<Integer> agencies,
        @Nullable String procedure) {

    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
        return sql.param("processes", processes.toArray(String[]::new))
                .param("agencies", agencies.toArray(Integer[]::new))
                .param("procedure", procedure, Types.VARCHAR);
    }
}

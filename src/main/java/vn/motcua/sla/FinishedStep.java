package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Submission;

/**
 * A finished step as it was recorded, with what its dossier says today.
 *
 * @param processId the process of the dossier
 * @param dossierAgency which handles the dossier
 * @param agency which had the step
 * @param over whether the dossier has come to its end
 */
record FinishedStep(
        long id,
        long dossier,
        String processId,
        String taskKey,
        String name,
        int version,
        int dossierAgency,
        int agency,
        Submission.Time time,
        LocalDateTime done,
        @Nullable LocalDateTime resolved,
        boolean over) {

    /** Of the filing nobody knows how long it took, and a dossier that came from a register has no process. */
    static final String SOURCE = """
            select s.id, s.dossier_id, f.process_id, s.task_key, s.task_name, d.version_id, d.agency_id as dossier_agency_id,
                   s.agency_id, s.opened_at, s.taken_at, s.allowance, s.due_at, s.at, d.resolved_at,
                   d.outcome is not null as over
            from motcua.submission s
            join motcua.dossier d on d.id = s.dossier_id
            join motcua.dossier_flow f on f.dossier_id = s.dossier_id
            where s.opened_at is not null and s.agency_id is not null
            """;

    static FinishedStep read(ResultSet row, int n) throws SQLException {
        return new FinishedStep(
                row.getLong("id"),
                row.getLong("dossier_id"),
                row.getString("process_id"),
                row.getString("task_key"),
                row.getString("task_name"),
                row.getInt("version_id"),
                row.getInt("dossier_agency_id"),
                row.getInt("agency_id"),
                new Submission.Time(
                        row.getObject("opened_at", LocalDateTime.class),
                        row.getObject("taken_at", LocalDateTime.class),
                        row.getString("allowance"),
                        row.getObject("due_at", LocalDateTime.class)),
                row.getObject("at", LocalDateTime.class),
                row.getObject("resolved_at", LocalDateTime.class),
                row.getBoolean("over"));
    }
}

package vn.motcua.dossier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Rows of dossiers and their ledgers as what they mean. */
final class DossierRows {

    private DossierRows() {}

    static Dossier dossier(ResultSet row, int n) throws SQLException {
        String outcome = row.getString("outcome");
        String timeliness = row.getString("timeliness");
        return new Dossier(
                row.getLong("id"),
                row.getString("code"),
                row.getInt("version_id"),
                row.getInt("agency_id"),
                Channel.values()[row.getInt("channel") - 1],
                new Applicant(
                        Applicant.Kind.values()[row.getInt("applicant_kind") - 1], row.getString("applicant_name")),
                Status.values()[row.getInt("status") - 1],
                moment(row, "filed_at"),
                moment(row, "acceptance_due_at"),
                row.getBoolean("acceptance_provisional"),
                moment(row, "answered_at"),
                moment(row, "received_at"),
                moment(row, "due_at"),
                row.getBoolean("due_provisional"),
                moment(row, "waiting_since"),
                moment(row, "resolved_at"),
                outcome == null ? null : Outcome.valueOf(outcome),
                timeliness == null ? null : Timeliness.valueOf(timeliness),
                moment(row, "returned_at"));
    }

    static ClockEvent event(ResultSet row, int n) throws SQLException {
        return new ClockEvent(
                EventKind.valueOf(row.getString("kind")),
                row.getObject("occurred_at", LocalDateTime.class),
                row.getObject("recorded_at", LocalDateTime.class),
                row.getString("actor"),
                row.getString("reason"),
                row.getString("legal_basis"),
                row.getString("approver"),
                row.getObject("amount", Integer.class),
                row.getObject("appointment", LocalDate.class),
                row.getString("operation_key"));
    }

    private static @Nullable LocalDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}

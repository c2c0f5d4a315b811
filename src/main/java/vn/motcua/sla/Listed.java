package vn.motcua.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import vn.motcua.calendar.WorkingCalendar;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Timeliness;

/** A row of a list, and where in its order it stands. */
record Listed(DossierRow row, Place place) {

    /** @param judged the moment at which open dossiers are judged */
    record Reader(LocalDateTime judged, WorkingCalendar calendar) implements RowMapper<Listed> {

        @Override
        public Listed mapRow(ResultSet row, int n) throws SQLException {
            LocalDateTime received = moment(row, "received_at");
            LocalDateTime due = received == null ? null : moment(row, "due_at");
            LocalDateTime ended = moment(row, received == null ? "answered_at" : "resolved_at");
            boolean waiting = row.getBoolean("waiting");
            Integer daysLate = waiting ? null : daysLate(due, ended == null ? judged : ended);
            DossierRow dossier = new DossierRow(
                    row.getLong("id"),
                    row.getString("code"),
                    row.getString("applicant_name"),
                    row.getString("procedure_code"),
                    row.getString("procedure_name"),
                    row.getString("agency_code"),
                    row.getString("agency_name"),
                    row.getInt("agency_id"),
                    Channel.values()[row.getInt("channel") - 1],
                    received,
                    due,
                    row.getBoolean("due_provisional"),
                    ended,
                    named(Timeliness.class, row.getString("timeliness")),
                    named(Outcome.class, row.getString("outcome")),
                    waiting,
                    row.getString("officer_name"),
                    daysLate == null ? null : row.getString("late_step"),
                    daysLate == null ? null : row.getString("late_who"),
                    daysLate,
                    row.getString("step"),
                    row.getString("holder"),
                    row.getString("process_instance_id"));
            return new Listed(dossier, new Place(row.getObject("place", LocalDateTime.class), dossier.id()));
        }

        private @Nullable Integer daysLate(@Nullable LocalDateTime due, LocalDateTime at) {
            return due == null || !at.isAfter(due)
                    ? null
                    : calendar.workingDaysBetween(due.toLocalDate(), at.toLocalDate());
        }

        private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
            return name == null ? null : Enum.valueOf(type, name);
        }

        private static @Nullable LocalDateTime moment(ResultSet row, String column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }
    }
}

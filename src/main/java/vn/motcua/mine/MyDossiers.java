package vn.motcua.mine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Timeliness;
import vn.motcua.page.DeadlineWords;
import vn.motcua.page.DeadlineWords.Told;

/** The dossiers of an account: those that wait for the applicant first, then the others, each the last filed first. */
@Component
class MyDossiers {

    static final int PER_PAGE = 50;

    /** Afterwards nobody is asked for a rating any more. */
    private static final Duration RATED_WITHIN = Duration.ofDays(30);

    private static final String SQL = """
            select * from (
                select d.id, d.code, v.name, d.agency_id, d.status, d.acceptance_due_at, d.answered_at, d.due_at,
                    d.due_provisional, d.waiting_since, d.timeliness,
                    d.status = 10 and d.returned_at >= :since and r.dossier_id is null as to_rate,
                    d.status in (5, 6, 9) or d.status = 10 and d.returned_at >= :since and r.dossier_id is null as waits
                from motcua.applicant_dossier o
                join motcua.dossier d on d.id = o.dossier_id
                join motcua.procedure_version v on v.id = d.version_id
                left join motcua.rating r on r.dossier_id = d.id
                where o.account_id = :account and d.code ilike :code
            ) mine
            where (waits, id) < (:waits, :id)
            order by waits desc, id desc limit :most
            """;

    /**
     * A dossier in the list.
     *
     * @param todo null where nothing is asked of the applicant
     * @param due by when there will be an answer or a result, null where none is to come
     * @param timeliness of the result, null while there is none
     */
    record Row(
            MyCursor place,
            String code,
            String procedure,
            String agency,
            Status status,
            @Nullable Todo todo,
            @Nullable Told due,
            boolean provisional,
            @Nullable Timeliness timeliness) {}

    /** @param next null on the last page */
    record Listed(
            List<Row> waiting, List<Row> others, @Nullable MyCursor next) {}

    private final JdbcClient jdbc;
    private final Agencies agencies;
    private final DeadlineWords deadlines;
    private final Clock clock;

    MyDossiers(JdbcClient jdbc, Agencies agencies, DeadlineWords deadlines, Clock clock) {
        this.jdbc = jdbc;
        this.agencies = agencies;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** @param code a part of the code, empty for all */
    @Transactional(readOnly = true)
    public Listed page(long accountId, String code, MyCursor after) {
        List<Row> rows = jdbc.sql(SQL)
                .param("account", accountId)
                .param("code", "%" + code.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("since", LocalDateTime.now(clock).minus(RATED_WITHIN))
                .param("waits", after.waits())
                .param("id", after.id())
                .param("most", PER_PAGE + 1)
                .query(this::row)
                .list();
        List<Row> shown = rows.subList(0, Math.min(PER_PAGE, rows.size()));
        return new Listed(
                shown.stream().filter(row -> row.todo() != null).toList(),
                shown.stream().filter(row -> row.todo() == null).toList(),
                rows.size() > PER_PAGE ? shown.get(PER_PAGE - 1).place() : null);
    }

    private Row row(ResultSet row, int n) throws SQLException {
        Status status = Status.ofNumber(row.getInt("status")).orElseThrow();
        String timeliness = row.getString("timeliness");
        return new Row(
                new MyCursor(row.getBoolean("waits"), row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                agencies.get(row.getInt("agency_id")).name(),
                status,
                Todo.of(status, row.getBoolean("to_rate")),
                due(status, row),
                row.getBoolean("due_provisional"),
                timeliness == null ? null : Timeliness.valueOf(timeliness));
    }

    private @Nullable Told due(Status status, ResultSet row) throws SQLException {
        LocalDateTime acceptance = moment(row, "acceptance_due_at");
        LocalDateTime due = moment(row, "due_at");
        int agency = row.getInt("agency_id");
        if (status == Status.FILED && moment(row, "answered_at") == null && acceptance != null) {
            return deadlines.of(agency, acceptance, null);
        }
        return due == null || status.isEnded() ? null : deadlines.of(agency, due, moment(row, "waiting_since"));
    }

    private static @Nullable LocalDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDateTime.class);
    }
}

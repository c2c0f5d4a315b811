package vn.motcua.dossier;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.stereotype.Repository;
import vn.motcua.catalogue.Editions;

/**
 * Takes the work item of an open task and holds its dossier. The statements go to the database together and are carried
 * out one after the other, so that the later ones see what another transaction did to the dossier while this one waited
 * for it.
 */
@Repository
class WorkTaking {

    private static final String OF_TASK = "(select dossier_id from motcua.work_item where task_id = ?)";

    private static final List<String> HOLD = List.of(
            "select * from motcua.dossier where id = " + OF_TASK + " for update",
            "select * from motcua.clock_event where dossier_id = " + OF_TASK + " order by seq",
            "select * from motcua.clock_span where dossier_id = " + OF_TASK + " order by valid_from");

    private static final String TAKE =
            "delete from motcua.work_item where task_id = ? returning *, " + Editions.COLUMNS;

    private final JdbcTemplate template;
    private final Editions editions;
    private final List<Dossiers.ReadAlong> more;
    private final String take;

    WorkTaking(JdbcTemplate template, Editions editions, ObjectProvider<Dossiers.ReadAlong> more) {
        this.template = template;
        this.editions = editions;
        this.more = more.orderedStream().toList();
        Stream<String> columns =
                Stream.concat(Stream.of(TAKE), this.more.stream().map(Dossiers.ReadAlong::columns));
        this.take = String.join(";", HOLD) + ";" + columns.collect(Collectors.joining(", "));
    }

    /**
     * What the database answered.
     *
     * @param dossier empty, as the item is, where the task is not open, or not a dossier's
     */
    record Taken<T>(Optional<Dossier> dossier, List<ClockEvent> events, List<ClockSpan> spans, Optional<T> item) {}

    <T> Taken<T> take(String taskId, RowMapper<T> item, Dossiers.@Nullable AskedAlong along) {
        String sql = along == null ? take : take + ";" + along.sql();
        int parameters = HOLD.size() + 1 + (along == null ? 0 : along.parameters());
        return template.execute(sql, (PreparedStatementCallback<Taken<T>>) statement -> {
            for (int parameter = 1; parameter <= parameters; parameter++) {
                statement.setString(parameter, taskId);
            }
            statement.execute();
            Taken<T> taken = new Taken<>(
                    first(rows(statement, DossierRows::dossier)),
                    rows(statement, DossierRows::event),
                    rows(statement, SpanStore::span),
                    first(rows(statement, (row, n) -> read(row, n, item))));
            if (along != null) {
                along.read(statement);
            }
            return taken;
        });
    }

    private <T> T read(ResultSet row, int n, RowMapper<T> item) throws SQLException {
        editions.seen(row);
        for (Dossiers.ReadAlong reader : more) {
            reader.read(row);
        }
        return Objects.requireNonNull(item.mapRow(row, n));
    }

    /** The rows of the result at hand; moves on to the next one. */
    private static <T> List<T> rows(PreparedStatement statement, RowMapper<T> mapper) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            List<T> rows = Objects.requireNonNull(new RowMapperResultSetExtractor<>(mapper).extractData(result));
            statement.getMoreResults();
            return rows;
        }
    }

    private static <T> Optional<T> first(List<T> rows) {
        return rows.stream().findFirst();
    }
}

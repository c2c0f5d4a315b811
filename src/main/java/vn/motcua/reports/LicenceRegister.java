package vn.motcua.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/** Licences that were issued in a period, counted by kind and listed; a number and its list are one condition. */
@Component
class LicenceRegister {

    static final int MOST = 1_000;
    static final String KIND = "LICENCE";

    private static final List<Column> COLUMNS =
            List.of(new Column("procedure", null, 0, false), new Column("licences", null, 0, true));

    private static final String ISSUED = """
            from motcua.issued_licence l
            join motcua.dossier d on d.id = l.dossier_id
            join motcua.procedure_version v on v.id = d.version_id
            where l.valid_from between :from and :to and l.valid_from <= :seen and d.agency_id = any (:agencies)
            """;

    /** @param kind and procedure's code, as a key of the report, null for all */
    record Wanted(ReportQuery query, @Nullable String kind) {}

    public record Issued(
            String kind,
            String number,
            String holder,
            LocalDate from,
            @Nullable LocalDate to,
            String dossier) {}

    private final JdbcClient jdbc;
    private final Agencies agencies;

    LicenceRegister(JdbcClient jdbc, Agencies agencies) {
        this.jdbc = jdbc;
        this.agencies = agencies;
    }

    ReportTable table(ReportQuery query) {
        List<Line> lines = new ArrayList<>();
        statement("""
                        select l.kind, v.procedure_code, count(*) as issued,
                            (select name from motcua.procedure_version
                             where procedure_code = v.procedure_code order by superseded, valid_from desc, id desc limit 1) as name
                        """ + ISSUED + " group by 1, 2 order by l.kind collate \"C\", v.procedure_code collate \"C\"", query)
                .query((row, n) -> lines.add(new Line(
                        String.valueOf(n + 1),
                        row.getString("kind"),
                        row.getString("kind") + "|" + row.getString("procedure_code"),
                        0,
                        query.agency().code(),
                        Map.of(KIND, row.getString("kind") + "|" + row.getString("procedure_code")),
                        List.of(
                                row.getString("procedure_code") + " – " + row.getString("name"),
                                row.getLong("issued")))))
                .list();
        return new ReportTable(
                COLUMNS,
                lines,
                ReportTable.total(COLUMNS, lines, query.agency().code(), new TreeMap<>(Map.of(KIND, ""))));
    }

    /** The licences behind a number, newest first. */
    List<Issued> list(Wanted wanted, int most) {
        String kind = wanted.kind == null ? "" : wanted.kind;
        return statement("""
                        select l.kind, l.number, l.holder, l.valid_from, l.valid_to, d.code
                        """ + ISSUED + """
                         and (:kind = '' or l.kind || '|' || v.procedure_code = :kind)
                        order by l.valid_from desc, l.id desc limit :most
                        """, wanted.query)
                .param("kind", kind)
                .param("most", most)
                .query((row, n) -> new Issued(
                        row.getString("kind"),
                        row.getString("number"),
                        row.getString("holder"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_to", LocalDate.class),
                        row.getString("code")))
                .list();
    }

    private JdbcClient.StatementSpec statement(String sql, ReportQuery query) {
        return jdbc.sql(sql)
                .param("from", query.from())
                .param("to", query.to())
                .param("seen", query.asOf().toLocalDate())
                .param(
                        "agencies",
                        agencies.tree().subtree(query.agency().id(), query.to()).toArray(Integer[]::new));
    }
}

package vn.motcua.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Makes many tasks of a few that an engine made itself: each row of a template is copied with other ids, another agency,
 * assignee and date. Who makes the same number of them on two databases gets the same tasks on both.
 */
final class ManyTasks implements AutoCloseable {

    private static final String IDS =
            "id_|proc_inst_id_|root_proc_inst_id_|parent_id_|act_inst_id_|execution_id_|task_id_|var_scope_";

    /** One task that stands for others: every so many of a hundred, in the hands of a group. */
    record Template(long dossier, String instance, String task, String group, int percent) {}

    private final Connection connection;
    private final Statement sql;

    ManyTasks(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        sql = connection.createStatement();
        // As COPY of a dump would: no keys are checked, no triggers run; it is all there in the end.
        sql.execute("set session_replication_role = replica");
        sql.execute("set synchronous_commit = off");
        sql.execute("set work_mem = '64MB'");
    }

    /**
     * Says what the copies are: spread over the agencies in turn, due from a month ago to a month ahead, a third of them
     * somebody's, one in twenty without a date.
     */
    void plan(long size, List<String> agencyCodes, List<Template> templates) throws SQLException {
        sql.execute("create table bench_copy (i int, n int, dossier bigint, template bigint, instance text, task text,"
                + " staff_group text, agency text, code text, applicant text, phone text, shift interval, due timestamp,"
                + " assignee text)");
        StringBuilder which = new StringBuilder();
        int to = 0;
        for (Template each : templates) {
            which.append(which.isEmpty() ? "values " : ", ")
                    .append("(%d, %d, %d, '%s', '%s', '%s')"
                            .formatted(
                                    to,
                                    to += each.percent(),
                                    each.dossier(),
                                    each.instance(),
                                    each.task(),
                                    each.group()));
        }
        String agencies = agencyCodes.stream().map("'%s'"::formatted).collect(Collectors.joining(", ", "array[", "]"));
        sql.execute("""
                insert into bench_copy
                with numbers as (select i, i / %2$d as n, %3$s as agencies, 1 + i %% %2$d as agency,
                        hashint4(i) & 1073741823 as h from generate_series(0, %1$d - 1) i),
                facts as (select numbers.*, n * 37 %% 100 as hundredth, n * 7 %% 61 as days,
                        agencies[agency] as code from numbers)
                select i, n, 1000000000 + i, t.dossier, t.instance, t.task, t.staff_group, f.code,
                    f.code || '-261020-' || lpad((n + 1)::text, 4, '0'),
                    (array['Nguyễn','Hoàng','Nông','Vi','Lương','Hứa','Chu','Dương','Triệu','Lý','Đàm','Phùng'])[1 + h %% 12]
                    || ' ' || (array['Văn','Thị','Đức','Ngọc','Quốc','Thu','Minh','Hồng'])[1 + h / 12 %% 8]
                    || ' ' || (array['An','Bình','Cường','Dung','Hà','Hạnh','Khánh','Liên','Mai','Nam','Oanh','Sơn','Yến'])[1 + h / 96 %% 13],
                    '09' || lpad((h %% 100000000)::text, 8, '0'), - days * interval '1 day',
                    case when h %% 20 > 0 then date '2026-12-20' - days - h %% 10 + time '23:59:59.999' end,
                    case when h %% 3 = 0 then t.staff_group || '-' || f.code end
                from facts f
                join (%4$s) t (low, high, dossier, instance, task, staff_group)
                    on f.hundredth >= t.low and f.hundredth < t.high
                """.formatted(size, agencyCodes.size(), agencies, which));
        sql.execute("create index on bench_copy (i)");
        sql.execute("analyze bench_copy");
    }

    /**
     * Copies the rows of one of the engine's tables.
     *
     * @param of how a row t belongs to a copy c
     * @param others columns with a value of their own, as SQL
     */
    void copy(String table, String of, Map<String, String> others) throws SQLException {
        List<String> columns = columns(table);
        String values = columns.stream()
                .map(column -> others.containsKey(column)
                        ? others.get(column)
                        : column.matches(IDS)
                                ? "left(t.%1$s, -8) || to_hex(c.i + 268435456)".formatted(column)
                                : "t." + column)
                .collect(Collectors.joining(", "));
        // The templates' own rows are taken out of the table first, so that the copies are not read while they are
        // made.
        sql.execute(
                "create temp table template_rows as select t.* from %1$s t where exists (select 1 from bench_copy c where %2$s)"
                        .formatted(table, of));
        sql.execute("insert into %s (%s) overriding system value select %s from bench_copy c join template_rows t on %s"
                .formatted(table, String.join(", ", columns), values, of));
        sql.execute("drop table template_rows");
    }

    /** The columns of a table but for those that PostgreSQL makes itself. */
    private List<String> columns(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = sql.executeQuery("select attname from pg_attribute where attrelid = '" + table
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum")) {
            while (found.next()) {
                columns.add(found.getString(1));
            }
        }
        return columns;
    }

    void execute(String statement) throws SQLException {
        sql.execute(statement);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}

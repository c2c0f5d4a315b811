package vn.motcua.statistics;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running totals of the figures up to the 1st and the 15th of each month, where statutory periods begin. The half months
 * are numbered, 24 a year.
 */
@Component
class FigureTotals {

    // A key keeps its total from a half month in which it changes until the next.
    static final String ADDED_UP = """
            with change as (
                select cast(:first as int) as half, agency_id, sector_id, version_id, received_online, received_other, early,
                       on_time, late, overdue
                from motcua.figure_total where start = :known
                union all
                select extract(year from day)::int * 24 + extract(month from day)::int * 2
                           - case when extract(day from day) < 15 then 1 else 0 end,
                       agency_id, sector_id, version_id, received_online, received_other, early, on_time, late, overdue
                from motcua.figure_day where day >= :known and day < :last
            ), half as (
                select half, agency_id, sector_id, version_id, sum(received_online) as received_online,
                       sum(received_other) as received_other, sum(early) as early, sum(on_time) as on_time,
                       sum(late) as late, sum(overdue) as overdue
                from change group by half, agency_id, sector_id, version_id
            ), total as (
                select half, lead(half, 1, :end) over w as next, agency_id, sector_id, version_id,
                       sum(received_online) over w as received_online, sum(received_other) over w as received_other,
                       sum(early) over w as early, sum(on_time) over w as on_time, sum(late) over w as late,
                       sum(overdue) over w as overdue
                from half window w as (partition by agency_id, sector_id, version_id order by half)
            )
            select make_date(number / 24, number % 24 / 2 + 1, number % 2 * 14 + 1) as start, agency_id, sector_id, version_id,
                   received_online, received_other, early, on_time, late, overdue
            from total cross join lateral generate_series(half, next - 1) number
            where (received_online, received_other, early, on_time, late, overdue) <> (0, 0, 0, 0, 0, 0)
            """;

    private final JdbcClient jdbc;

    FigureTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds up to every start until today that has no totals yet. Nobody else may fold meanwhile. */
    @Transactional(propagation = Propagation.MANDATORY)
    void complete(LocalDate today) {
        Optional<LocalDate> known = last();
        Optional<Integer> first =
                known.or(() -> day("select min(day) from motcua.figure_day")).map(day -> number(day) + 1);
        int last = number(today);
        if (first.isEmpty() || first.get() > last) {
            return;
        }
        // Overdue that was foreseen and never came.
        jdbc.sql("""
                        with moments as (
                            delete from motcua.figure_moment where moment >= :known and moment < :last and overdue = 0)
                        delete from motcua.figure_day where day >= :known and day < :last
                        and (received_online, received_other, early, on_time, late, overdue, overdue_at_start)
                            = (0, 0, 0, 0, 0, 0, 0)
                        """)
                .param("known", known.orElse(LocalDate.MIN))
                .param("last", start(last))
                .update();
        // In the order in which reports read it.
        jdbc.sql("insert into motcua.figure_total " + ADDED_UP + " order by 1, 2, 3, 4")
                .param("known", known.orElse(LocalDate.MIN))
                .param("first", first.get())
                .param("last", start(last))
                .param("end", last + 1)
                .update();
        for (int number = first.get(); number <= last; number++) {
            jdbc.sql("insert into motcua.figure_start values (?)")
                    .param(start(number))
                    .update();
        }
    }

    /** The last day that has totals of all that was before. */
    Optional<LocalDate> last() {
        return day("select max(day) from motcua.figure_start");
    }

    private Optional<LocalDate> day(String sql) {
        return jdbc.sql(sql)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** The half month of a day. */
    static int number(LocalDate day) {
        return day.getYear() * 24 + (day.getMonthValue() - 1) * 2 + (day.getDayOfMonth() < 15 ? 0 : 1);
    }

    private static LocalDate start(int number) {
        return LocalDate.of(number / 24, number % 24 / 2 + 1, number % 2 * 14 + 1);
    }
}

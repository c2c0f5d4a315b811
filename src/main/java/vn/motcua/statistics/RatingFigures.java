package vn.motcua.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ratings of a period come to. */
@Component
public class RatingFigures {

    // From the index rating_of_period alone.
    static final String SQL = """
            select a.code, r.one, r.two, r.three, r.four, r.five
            from (select agency_id, count(*) filter (where stars = 1) as one, count(*) filter (where stars = 2) as two,
                         count(*) filter (where stars = 3) as three, count(*) filter (where stars = 4) as four,
                         count(*) filter (where stars = 5) as five
                  from motcua.rating where rated_at >= :from and rated_at < :end and rated_at <= :asOf
                  group by agency_id) r
            join motcua.agency a on a.id = r.agency_id
            """;

    /**
     * How often each number of stars was given.
     *
     * @param one how often one star, and so on
     */
    public record Stars(String group, long one, long two, long three, long four, long five) {

        public static Stars none(String group) {
            return new Stars(group, 0, 0, 0, 0, 0);
        }

        /** These and others as one, under this group. */
        public Stars plus(Stars more) {
            return new Stars(
                    group, one + more.one, two + more.two, three + more.three, four + more.four, five + more.five);
        }

        public long number() {
            return one + two + three + four + five;
        }

        /** Half up; null where nobody rated. */
        public @Nullable BigDecimal average(int decimals) {
            long sum = one + 2 * two + 3 * three + 4 * four + 5 * five;
            return number() == 0
                    ? null
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(number()), decimals, RoundingMode.HALF_UP);
        }
    }

    private record Question(LocalDate from, LocalDate to, LocalDateTime asOf) {}

    private final JdbcClient jdbc;
    private final RecentReports recent;

    RatingFigures(JdbcClient jdbc, RecentReports recent) {
        this.jdbc = jdbc;
        this.recent = recent;
    }

    /**
     * Of each agency that was rated in a period, by its code.
     *
     * @param asOf a moment of the recent reports
     */
    public Map<String, Stars> byAgency(LocalDate from, LocalDate to, LocalDateTime asOf) {
        Question question = new Question(from, to, asOf);
        return recent.answer(question, asOf, () -> read(question));
    }

    private Map<String, Stars> read(Question question) {
        List<Stars> read = jdbc.sql(SQL)
                .param("from", question.from.atStartOfDay())
                .param("end", question.to.plusDays(1).atStartOfDay())
                .param("asOf", question.asOf)
                .query((row, n) -> new Stars(
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .list();
        return read.stream().collect(Collectors.toMap(Stars::group, Function.identity()));
    }
}

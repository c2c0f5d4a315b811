package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.support.TestStore;

/** On a store of some size no report reads a large table from end to end. */
class FigurePlansTest {

    private static TestStore store;

    @BeforeAll
    static void fill() {
        store = TestStore.withCatalogue();
        store.jdbc().sql("""
                        insert into motcua.agency (code, name, level)
                        select 'A' || n, 'Xã ' || n, 'COMMUNE' from generate_series(1, 200) n
                        """).update();
        store.jdbc().sql("""
                        insert into motcua.procedure_version (procedure_code, valid_from, name, sector_id, limit_amount,
                            limit_unit, clock_policy, service_level, agency_level, fee, shipped)
                        select '9.' || n, '2018-01-01', 'Thủ tục ' || n, (select min(id) from motcua.sector), 6,
                            'CALENDAR_DAYS', 'PAUSE', 4, 'COMMUNE', 0, false
                        from generate_series(1, 200) n
                        """).update();
        store.jdbc().sql("""
                        insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind, applicant_name,
                            recorded_at, status, received_at, due_at, resolved_at, outcome, timeliness)
                        select 'plan ' || n, v, a, 1 + n % 3, 1, 'Nguyễn Văn A', received, 9, received,
                               received::date + 6 - interval '1 microsecond', received + n % 9 * interval '1 day', 'GRANTED',
                               case when n % 9 < 5 then 'EARLY' when n % 9 = 5 then 'ON_TIME' else 'LATE' end
                        from (select n, (select max(id) from motcua.procedure_version) - n % 200 as v,
                                     (select max(id) from motcua.agency) - n % 201 as a,
                                     timestamp '2018-01-02' + n * interval '77 minutes' as received
                              from generate_series(1, 60000) n) story
                        """).update();
        store.jdbc().sql("""
                        insert into motcua.clock_span
                        select id, received_at, nullif(resolved_at, received_at), due_at, false from motcua.dossier
                        """).update();
        store.jdbc().sql("""
                        insert into motcua.rating
                        select id, agency_id, version_id, 1 + id % 5, 'Cảm ơn', resolved_at + interval '1 day'
                        from motcua.dossier where id % 2 = 0
                        """).update();
        store.bean(Figures.class).fold();
        store.jdbc().sql("vacuum (analyze)").update();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({
        "NONE,",
        "AGENCY,",
        "SECTOR,",
        "PROCEDURE,",
        "LEVEL,",
        "NONE, A7",
        "AGENCY, A7",
        "SECTOR, A7",
        "PROCEDURE, A7",
        "LEVEL, A7"
    })
    void a_report_reads_large_tables_by_index(GroupBy groupBy, String agency) {
        for (LocalDateTime asOf : List.of(LocalDateTime.of(2023, 5, 10, 14, 20), LocalDateTime.of(2030, 1, 1, 0, 0))) {
            Ii06aQuery query =
                    new Ii06aQuery(LocalDate.of(2023, 2, 15), LocalDate.of(2023, 8, 14), asOf, agency, groupBy);
            assertThat(plan(query))
                    .doesNotContainPattern("Seq Scan on (dossier|clock_span|figure_day|figure_moment|figure_total)");
        }
    }

    @Test
    void the_stars_of_a_period_are_read_from_an_index_alone() {
        String plan = String.join(
                "\n",
                store.jdbc()
                        .sql("explain " + RatingFigures.SQL)
                        .param("from", LocalDate.of(2023, 2, 15).atStartOfDay())
                        .param("end", LocalDate.of(2023, 8, 15).atStartOfDay())
                        .param("asOf", LocalDateTime.of(2030, 1, 1, 0, 0))
                        .query(String.class)
                        .list());
        assertThat(plan).contains("Index Only Scan using rating_of_period on rating");
    }

    private static String plan(Ii06aQuery query) {
        Scope.Reported reported = store.bean(Scope.class).of(query);
        Ii06aFigures figures = store.bean(Ii06aFigures.class);
        return store.bean(TransactionTemplate.class)
                .execute(status -> String.join(
                        "\n",
                        store.jdbc()
                                .sql("explain " + sql(query, reported))
                                .paramSource(figures.parameters(query, reported)
                                        .addValue("from", query.from().atStartOfDay()))
                                .query(String.class)
                                .list()));
    }

    private static String sql(Ii06aQuery query, Scope.Reported reported) {
        return store.bean(Ii06aFigures.class).has(query)
                ? Ii06aFigures.sql(query.groupBy(), reported.everywhere())
                : Ii06aRecount.sql(query.groupBy(), reported.everywhere());
    }
}

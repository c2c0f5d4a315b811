package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.calendar.Deadline;
import vn.motcua.support.TestStore;

/** Any report between two days must be, cell by cell, what the dossiers counted one by one give. */
final class RandomReports {

    private final TestStore store;
    private final LocalDate first;
    private final LocalDate last;
    private final int days;
    private final List<String> agencies;
    private final TransactionTemplate snapshot;

    RandomReports(TestStore store, LocalDate first, LocalDate last) {
        this.store = store;
        this.first = first;
        this.last = last;
        this.days = (int) ChronoUnit.DAYS.between(first, last);
        this.agencies = store.jdbc()
                .sql("select code from motcua.agency order by code")
                .query(String.class)
                .list();
        this.snapshot =
                new TransactionTemplate(store.bean(org.springframework.transaction.PlatformTransactionManager.class));
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void agree(Random random, int times) {
        for (int i = 0; i < times; i++) {
            agrees(query(random));
        }
    }

    /** Both are read from one moment's store, so others may go on meanwhile. */
    void agrees(Ii06aQuery query) {
        snapshot.executeWithoutResult(
                status -> assertThat(store.bean(Ii06aReport.class).rows(query))
                        .as("%s", query)
                        .isEqualTo(counted(query)));
    }

    private List<Ii06aRow> counted(Ii06aQuery query) {
        List<Ii06aRow> rows = store.bean(Ii06aRecount.class).rows(query);
        return rows.isEmpty() && query.groupBy() == GroupBy.NONE ? List.of(Ii06aRow.empty("all")) : rows;
    }

    private Ii06aQuery query(Random random) {
        LocalDate from = first.plusDays(random.nextInt(days));
        LocalDate to = from.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(from, last) + 1));
        LocalDate day = first.plusDays(random.nextInt(days));
        LocalDateTime asOf =
                switch (random.nextInt(7)) {
                    case 0 -> LocalDateTime.now(store.clock());
                    case 1 -> day.atTime(Deadline.END_OF_DAY);
                    case 2 -> day.atTime(Deadline.END_OF_DAY).minus(1, ChronoUnit.MICROS);
                    case 3 -> day.atStartOfDay();
                    case 4 -> day.atStartOfDay().plus(1, ChronoUnit.MICROS);
                    case 5 -> momentOfAChange(random);
                    default -> day.atStartOfDay().plusMinutes(random.nextInt(24 * 60));
                };
        String agency = random.nextBoolean() ? null : agencies.get(random.nextInt(agencies.size()));
        return new Ii06aQuery(from, to, asOf, agency, GroupBy.values()[random.nextInt(GroupBy.values().length)]);
    }

    /** An instant at which the state of a clock ends or becomes overdue, or the one before. */
    private LocalDateTime momentOfAChange(Random random) {
        return store.jdbc()
                .sql("""
                        select moment from motcua.clock_span
                        cross join lateral (values (valid_from), (valid_to), (due_at), (due_at + interval '1 microsecond'),
                            (valid_to - interval '1 microsecond')) change (moment)
                        where moment >= :first order by dossier_id, valid_from, moment offset :some limit 1
                        """)
                .param("first", first.atStartOfDay())
                .param("some", random.nextInt(100))
                .query(LocalDateTime.class)
                .optional()
                .orElseGet(first::atStartOfDay);
    }
}

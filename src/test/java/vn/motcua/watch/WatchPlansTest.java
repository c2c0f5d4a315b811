package vn.motcua.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.notification.LetterCounts;
import vn.motcua.payment.PaymentRegister;
import vn.motcua.statistics.Figures;
import vn.motcua.statistics.Standing;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.EngineCounts;

/** What is read twice a minute never reads a large table from one end to the other. */
class WatchPlansTest {

    @Test
    void on_a_store_of_some_size_everything_is_read_by_index() {
        try (TestStore store = TestStore.withCatalogue()) {
            fill(store);
            new TransactionTemplate(store.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                // What this connection read before is told as well until the database has noted it elsewhere.
                Map<String, Long> before = readWhole(store);
                for (int i = 0; i < 8; i++) {
                    read(store);
                }
                assertThat(readWhole(store)).isEqualTo(before);
            });
        }
    }

    /** How often each of the large tables was. */
    private static Map<String, Long> readWhole(TestStore store) {
        Map<String, Long> times = new TreeMap<>();
        store.jdbc()
                .sql("""
                        select relname, seq_scan from pg_stat_xact_user_tables
                        where relname in ('dossier', 'clock_span', 'figure_day', 'figure_total', 'outbox', 'payment_order',
                            'act_ru_job')
                        """)
                .query((row, n) -> times.put(row.getString(1), row.getLong(2)))
                .list();
        return times;
    }

    private static void read(TestStore store) {
        store.bean(Standing.class).byLevel(LocalDateTime.now(store.clock()));
        store.bean(EngineCounts.class).jobs(store.clock().instant());
        store.bean(EngineCounts.class).incidents();
        store.bean(LetterCounts.class).byState();
        store.bean(PaymentRegister.class).unsettled();
    }

    private static void fill(TestStore store) {
        sql(store, """
                insert into motcua.dossier (code, version_id, agency_id, channel, applicant_kind, applicant_name,
                    recorded_at, status, received_at, due_at, waiting_since, resolved_at, outcome, timeliness)
                select 'H37.1-' || i, (select min(id) from motcua.procedure_version), a.id, 1 + i % 3, 1, 'Nguyễn Văn ' || i,
                    '2026-01-01', case when i % 10 = 0 then 5 else 9 end, day, day + interval '9 days',
                    case when i % 200 = 0 then day + interval '1 day' end,
                    case when i % 10 > 0 then day + interval '5 days' end, case when i % 10 > 0 then 'GRANTED' end,
                    case when i % 10 > 0 then 'EARLY' end
                from generate_series(1, 60000) i
                cross join lateral (select timestamp '2024-01-01 08:00' + i % 1000 * interval '1 day') m (day)
                join (select id, row_number() over () - 1 as n, count(*) over () as total from motcua.agency) a
                    on a.n = i % a.total
                """);
        sql(store, """
                insert into motcua.clock_span
                select id, received_at, resolved_at, due_at, waiting_since is not null from motcua.dossier
                """);
        sql(store, """
                insert into motcua.outbox (kind, recipient, subject, body, created_at, state)
                select 'x', 'a@example.vn', 'x', 'x', '2026-01-01', case when i % 500 = 0 then 'waiting' else 'sent' end
                from generate_series(1, 60000) i
                """);
        sql(store, """
                insert into motcua.payment_order (reference, dossier_id, gateway, amount, state, return_path, begun_at,
                    lapses_at, answered_at)
                select 'r' || id, id, 'sandbox', 1000, 'PAID', '/', '2026-01-01', '2026-01-02', '2026-01-01'
                from motcua.dossier
                """);
        sql(store, """
                insert into public.act_ru_job (id_, type_, duedate_, retries_, suspension_state_, rev_)
                select 'j' || i, 'timer', timestamp '2027-01-01' + i * interval '1 second',
                    case when i % 5000 = 0 then 0 else 3 end, 1, 1
                from generate_series(1, 60000) i
                """);
        store.bean(Figures.class).fold();
        sql(store, "vacuum (analyze)");
    }

    private static void sql(TestStore store, String statement) {
        store.jdbc().sql(statement).update();
    }
}

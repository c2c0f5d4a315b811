package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Recount;
import vn.motcua.dossier.Status;
import vn.motcua.support.TestStore;

/** What a killed process leaves behind: every dossier wholly before or wholly after what was being done to it. */
class KilledProcessTest {

    private static final int POINTS = 20;
    private static final int KILLED = 128 + 9;
    private static final int CLERKS = 7;

    /** One clerk may wait for a row that another holds who stands still; the process is killed all the same. */
    private static final long LONGEST_SECONDS = 8;

    /** Which task stands open, by the status of a publication that goes straight through. */
    private static final Map<Status, List<String>> TASKS = Map.of(
            Status.FILED, List.of("intake-check"),
            Status.WAITING_PAYMENT, List.of("confirm-payment"),
            Status.IN_PROCESS, List.of("appraisal", "leader-decision", "issue-licence"),
            Status.RESOLVED, List.of("hand-over"),
            Status.RETURNED, List.of("none"));

    @Test
    void killed_at_twenty_random_points_between_ledger_row_and_commit_and_after_it_leaves_everything_whole()
            throws Exception {
        try (TestStore store = TestStore.engine()) {
            Office office = Office.of(store);
            int points = 0;
            for (int kill = 0; points < POINTS; kill++) {
                List<String> standing = workAndKill(store.url(), kill);
                points += standing.size();
                waitForItsConnectionsToEnd(store);
                assertEverythingIsWhole(office);
            }
            assertThat(office.store
                            .jdbc()
                            .sql("select count(*) from motcua.dossier")
                            .query(Long.class)
                            .single())
                    .isGreaterThan(CLERKS);
        }
    }

    private static void assertEverythingIsWhole(Office office) {
        List<Difference> differences = new ArrayList<>();
        office.store.bean(Recount.class).all(differences::add, (dossier, ledger) -> {});
        assertThat(differences).isEmpty();
        List<String> codes = office.store
                .jdbc()
                .sql("select code from motcua.dossier")
                .query(String.class)
                .list();
        assertThat(codes).allSatisfy(code -> {
            Status status = office.dossier(code).status();
            assertThat(office.standsAt(code)).as("%s %s", code, status).isIn(TASKS.get(status));
            assertThat(office.workItems(code))
                    .extracting(item -> item.taskKey())
                    .isEqualTo(office.openTasks(code));
        });
        assertThat(count(office, "select count(*) from motcua.dossier_flow")).isEqualTo(codes.size());
        assertThat(count(office, "select count(*) from act_hi_procinst")).isEqualTo(codes.size());
        assertThat(count(office, """
                select count(*) from act_ru_execution where parent_id_ is null and business_key_ not in
                (select code from motcua.dossier)
                """)).isZero();
    }

    private static long count(Office office, String sql) {
        return office.store.jdbc().sql(sql).query(Long.class).single();
    }

    /** @return where its clerks stood when the process was killed */
    private static List<String> workAndKill(String url, int seed) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingOffice.class.getName(),
                        url,
                        String.valueOf(seed))
                .redirectErrorStream(true)
                .start();
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        List<String> standing = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            watch.schedule(process::destroyForcibly, 90, TimeUnit.SECONDS);
            output.lines().forEach(line -> {
                said.append(line).append('\n');
                if (line.startsWith("standing") && standing.add(line)) {
                    watch.schedule(
                            process::destroyForcibly,
                            standing.size() == CLERKS ? 0 : LONGEST_SECONDS,
                            TimeUnit.SECONDS);
                }
            });
        } catch (UncheckedIOException closedByTheKill) {
            assertThat(process.waitFor()).isEqualTo(KILLED);
        } finally {
            watch.shutdownNow();
            process.destroyForcibly().waitFor();
        }
        assertThat(standing).as(said.toString()).isNotEmpty();
        assertThat(said.toString()).doesNotContain("failed");
        return standing;
    }

    /** PostgreSQL undoes what the dead process had not committed as soon as it sees that it is gone. */
    private static void waitForItsConnectionsToEnd(TestStore store) throws InterruptedException {
        for (int i = 0; i < 100; i++) {
            long open = store.jdbc().sql("""
                    select count(*) from pg_stat_activity
                    where datname = current_database() and state like 'idle in transaction%'
                    """).query(Long.class).single();
            if (open == 0) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The killed process still holds a transaction");
    }
}

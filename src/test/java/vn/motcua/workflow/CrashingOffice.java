package vn.motcua.workflow;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.motcua.dossier.DossierChanged;
import vn.motcua.support.TestStore;

/**
 * A process of its own in which seven clerks work until each of them stands at a random point: after a ledger row is
 * written and before its transaction commits, or just after the commit. There they stand still; whoever started the
 * process kills it then.
 */
final class CrashingOffice {

    /** One for each clerk: dossier codes are numbered per agency, and a clerk that stands still holds its number. */
    private static final List<String> AGENCIES = List.of(
            Office.DEPARTMENT,
            "000.20.30.H37",
            "000.35.30.H37",
            "000.40.20.H37",
            "000.36.30.H37",
            "000.37.30.H37",
            "000.38.30.H37");

    private static final PrintStream OUT = System.out;

    /** Counts down the ledger rows that the clerk of this thread still writes before it stands still. */
    private static final ThreadLocal<int[]> LEFT = new ThreadLocal<>();

    private CrashingOffice() {}

    /** @param arguments the address of the store, and a number that decides where the clerks stop */
    public static void main(String[] arguments) throws Exception {
        Random random = new Random(Long.parseLong(arguments[1]));
        TestStore store = TestStore.engineAt(arguments[0]);
        Office office = Office.on(store);
        store.bean(ApplicationEventMulticaster.class).addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload && payload.getPayload() instanceof DossierChanged) {
                written();
            }
        });
        ExecutorService clerks = Executors.newFixedThreadPool(AGENCIES.size());
        for (int i = 0; i < AGENCIES.size(); i++) {
            int rows = 1 + random.nextInt(14);
            boolean afterCommit = random.nextInt(4) == 0;
            String agency = AGENCIES.get(i);
            clerks.submit(() -> work(office, agency, rows, afterCommit));
        }
        clerks.awaitTermination(2, TimeUnit.MINUTES);
    }

    private static void work(Office office, String agency, int rows, boolean afterCommit) {
        LEFT.set(new int[] {rows, afterCommit ? 1 : 0});
        try {
            while (true) {
                String code = office.file("1.003868", agency, Office.publicationForm(Map.of("channel", "IN_PERSON")));
                for (String task : List.of("intake-check", "confirm-payment", "appraisal", "leader-decision")) {
                    office.complete(code, task, Office.usual(task));
                }
                office.runJobsOf(code);
                office.complete(code, "hand-over", Office.usual("hand-over"));
            }
        } catch (RuntimeException unexpected) {
            OUT.println("failed " + unexpected);
        }
    }

    private static void written() {
        int[] left = LEFT.get();
        if (left == null || --left[0] > 0) {
            return;
        }
        if (left[1] == 0) {
            standStill("written");
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                standStill("committed");
            }
        });
    }

    private static void standStill(String where) {
        OUT.println("standing " + where);
        OUT.flush();
        try {
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package vn.motcua.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/**
 * Somebody at a desk: looks at the list and its counts, often turns the page, now and then searches or looks at another
 * tab. At every tenth visit a dossier comes in and is worked on as far as a task of this clerk, which is then completed.
 */
final class Clerk {

    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final List<String> NAMES = List.of("nguyen van an", "Hoàng Thị Mai", "nong duc", "LƯƠNG", "0912");
    private static final List<String> TABS = List.of("OVERDUE", "TODAY", "SOON", "WAITING");
    private static final double TURNS_PAGE = 0.5;
    private static final double SEARCHES = 0.2;
    private static final double CHANGES_TAB = 0.2;
    private static final int COMPLETES = 10;

    private final TestStore store;
    private final String agency;
    private final String group;
    private final StaffSession session;
    private final Load load;
    private final Executor workers;
    private final Random random;
    private int visits;

    Clerk(
            TestStore store,
            String agency,
            String group,
            StaffSession session,
            Load load,
            Executor workers,
            Random random) {
        this.store = store;
        this.agency = agency;
        this.group = group;
        this.session = session;
        this.load = load;
        this.workers = workers;
        this.random = random;
        this.visits = random.nextInt(COMPLETES);
    }

    static String username(String group, String agency) {
        return group + "-" + agency.toLowerCase(Locale.ROOT);
    }

    CompletableFuture<Void> visit(long planned) {
        boolean turns = random.nextDouble() < TURNS_PAGE;
        boolean searches = random.nextDouble() < SEARCHES;
        boolean changes = random.nextDouble() < CHANGES_TAB;
        boolean completes = ++visits % COMPLETES == 0;
        CompletableFuture<?> counts = ask("worklist counts", "/counts", planned);
        return ask("worklist first page", "", planned)
                .thenCombine(counts, (page, numbers) -> page)
                .thenCompose(page -> turns ? next(page) : nothing())
                .thenCompose(page -> searches ? search() : nothing())
                .thenCompose(page -> changes ? ask("worklist tab", "?tab=" + any(TABS), now()) : nothing())
                .thenCompose(page -> completes ? work() : CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<String> search() {
        return ask("worklist search", "?search=" + StaffSession.encoded(any(NAMES)), now());
    }

    private CompletableFuture<String> next(String page) {
        if (!page.contains("\"taskId\"")) {
            load.error("The list of %s %s is empty".formatted(group, agency));
        }
        Matcher cursor = NEXT.matcher(page);
        return cursor.find() ? ask("worklist next page", "?cursor=" + cursor.group(1), now()) : nothing();
    }

    private CompletableFuture<String> ask(String kind, String path, long planned) {
        return load.ask(kind, session.request("/api/worklist" + path).build(), planned);
    }

    private CompletableFuture<Void> work() {
        AtomicReference<String> code = new AtomicReference<>();
        return load.act("dossier filed", () -> code.set(file()), now(), workers)
                .thenComposeAsync(done -> bring(dossier(code.get())), workers);
    }

    private String file() {
        return store.bean(DossierFlow.class).file(TaskStore.PROCEDURE, agency, TaskStore.form(), "Người nộp", null);
    }

    private long dossier(String code) {
        return store.bean(Dossiers.class).get(code).id();
    }

    /** Colleagues complete what comes before. */
    private CompletableFuture<Void> bring(long dossier) {
        WorkItem item = store.bean(WorkItems.class).of(dossier).get(0);
        CompletableFuture<Void> completed = load.act("task completed", () -> complete(item), now(), workers);
        return item.staffGroup().equals(group)
                ? completed
                : completed.thenComposeAsync(done -> bring(dossier), workers);
    }

    private void complete(WorkItem item) {
        Map<String, Object> fields =
                switch (item.staffGroup()) {
                    case "counter" -> Map.of("decision", "accept");
                    case "officer" -> Map.of("decision", "forward", "opinion", "Hồ sơ hợp lệ");
                    default -> Map.of("decision", "approve");
                };
        store.bean(EngineLogin.class).as(username(item.staffGroup(), agency), () -> {
            store.bean(DossierFlow.class).complete(item.taskId(), fields);
            return null;
        });
    }

    private String any(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }

    private static long now() {
        return System.nanoTime();
    }

    private static CompletableFuture<String> nothing() {
        return CompletableFuture.completedFuture("");
    }
}

package vn.motcua.bench;

import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import vn.motcua.support.StaffSession;
import vn.motcua.support.TestStore;

/** The public: each follows a dossier opened by code and PIN, and now and then looks for a procedure or at figures. */
final class Trackers {

    private static final String PIN = "271828";
    private static final int MOST = 256;

    private record Tracker(String code, StaffSession session) {}

    private final List<Tracker> all = new ArrayList<>();
    private final List<String> agencies;
    private final Load load;

    private Trackers(List<String> agencies, Load load) {
        this.agencies = agencies;
        this.load = load;
    }

    /** Comes in before the load: each from an address of its own, as a proxy tells. */
    static List<StaffSession> sessions(TestStore store, HttpClient http, List<String> codes) {
        List<StaffSession> sessions = new ArrayList<>();
        for (String code : codes) {
            int number = sessions.size();
            String address = "203.0.%d.%d".formatted(number / MOST, number % MOST);
            sessions.add(StaffSession.track(http, store.port(), code, PIN, address));
        }
        return sessions;
    }

    /** Dossiers from all over the store, with their PIN. */
    static List<String> codes(TestStore store, int number) {
        List<String> codes = store.jdbc()
                .sql("""
                        select code from (select code, row_number() over (order by id) as place, count(*) over () as many
                                          from motcua.dossier) dossier
                        where place % greatest(1, many / :number) = 0 order by place limit :number
                        """)
                .param("number", number)
                .query(String.class)
                .list();
        store.jdbc()
                .sql("""
                        insert into motcua.lookup_pin select id, :pin, '2026-01-01' from motcua.dossier where code = any (:codes)
                        on conflict (dossier_id) do update set pin = excluded.pin
                        """)
                .param("pin", PIN)
                .param("codes", codes.toArray(String[]::new))
                .update();
        return codes;
    }

    static Trackers of(TestStore store, List<String> codes, List<StaffSession> sessions, Load load) {
        Trackers trackers = new Trackers(TaskStore.agencies(store), load);
        for (int i = 0; i < codes.size(); i++) {
            trackers.all.add(new Tracker(codes.get(i), sessions.get(i)));
        }
        return trackers;
    }

    int number() {
        return all.size();
    }

    CompletableFuture<String> look(int number, Random random, long since) {
        Tracker tracker = all.get(number);
        String agency = agencies.get(random.nextInt(agencies.size()));
        return switch (random.nextInt(20)) {
            case 0 -> ask(tracker, "figures, an agency", "/thong-ke?agency=" + agency, since);
            case 1 -> ask(tracker, "figures", "/thong-ke", since);
            case 2, 3 -> ask(tracker, "start page, searching", "/?q=giay+phep", since);
            case 4, 5 -> ask(tracker, "procedure", "/thu-tuc/" + TaskStore.PROCEDURE, since);
            default -> ask(tracker, "dossier, by its PIN", "/track/" + tracker.code(), since);
        };
    }

    private CompletableFuture<String> ask(Tracker tracker, String kind, String path, long since) {
        return load.ask(kind, tracker.session().request(path).build(), since);
    }
}

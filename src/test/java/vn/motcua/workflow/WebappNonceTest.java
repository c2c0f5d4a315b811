package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.motcua.support.TestStore;

/** Browsers run a script of the webapps only if its nonce is the one that the policy of the same answer tells. */
class WebappNonceTest {

    private static final int AT_ONCE = 4;
    private static final int EACH = 60;

    private static final Pattern TOLD = Pattern.compile("'nonce-([^']+)'");
    private static final Pattern WRITTEN = Pattern.compile("nonce=\"([^\"]*)\"");

    @Test
    void every_page_has_the_nonce_of_its_own_policy_however_many_are_loaded_at_once() throws Exception {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try (TestStore store = TestStore.engineWeb()) {
            Visitor.employ(store, "admin", "admin", null);
            List<Visitor> visitors = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> Visitor.signedIn(store, "admin"))
                    .toList();
            List<Future<?>> loads = visitors.stream()
                    .<Future<?>>map(visitor -> people.submit(() -> load(visitor, seen)))
                    .toList();
            for (Future<?> load : loads) {
                load.get();
            }
        } finally {
            people.shutdownNow();
        }
        assertThat(seen).as("none twice").hasSize(AT_ONCE * EACH);
    }

    private static void load(Visitor visitor, Set<String> seen) {
        for (int i = 0; i < EACH; i++) {
            HttpResponse<String> page = visitor.get("/camunda/app/cockpit/default/");
            Matcher told = TOLD.matcher(
                    page.headers().firstValue("Content-Security-Policy").orElseThrow());
            assertThat(told.find()).isTrue();
            assertThat(WRITTEN.matcher(page.body())
                            .results()
                            .map(one -> one.group(1))
                            .collect(Collectors.toSet()))
                    .containsExactly(told.group(1));
            seen.add(told.group(1));
        }
    }
}

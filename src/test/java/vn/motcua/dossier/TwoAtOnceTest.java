package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

/** Several people, on two nodes, at the same moment. */
class TwoAtOnceTest {

    private static TestStore node;
    private static TestStore otherNode;

    @BeforeAll
    static void open() {
        node = TestStore.withCatalogue();
        otherNode = node.anotherNode();
        node.clock().set(LocalDateTime.of(2019, 1, 28, 9, 0));
    }

    @AfterAll
    static void close() {
        otherNode.close();
        node.close();
    }

    @Test
    void codes_are_unique_under_concurrent_intake_on_two_nodes() throws Exception {
        List<Callable<Object>> intakes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Dossiers dossiers = (i % 2 == 0 ? node : otherNode).bean(Dossiers.class);
            intakes.add(() -> dossiers.receive(filing(), Act.by("clerk")).code());
        }
        List<String> codes = outcomes(intakes, 8).stream().map(Object::toString).toList();
        assertThat(codes).hasSize(200).doesNotHaveDuplicates().allMatch(code -> DossierCode.parse(code)
                .isPresent());
    }

    @Test
    void of_two_who_decide_at_once_one_decides_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 10; round++) {
            String code =
                    node.bean(Dossiers.class).receive(filing(), Act.by("clerk")).code();
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Object> grants = () -> {
                together.await();
                return node.bean(Dossiers.class).resolve(code, Act.by("Lan"));
            };
            Callable<Object> refuses = () -> {
                together.await();
                return otherNode
                        .bean(Dossiers.class)
                        .refuse(code, Act.by("Minh").because("không đủ"));
            };
            List<Object> outcomes = outcomes(List.of(grants, refuses), 2);
            assertThat(outcomes).filteredOn(Dossier.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Refusal.class::isInstance).hasSize(1);
            Dossier dossier = node.bean(Dossiers.class).get(code);
            assertThat(node.bean(Dossiers.class).ledger(dossier).events()).hasSize(2);
        }
    }

    @Test
    void the_same_filing_sent_four_times_at_once_is_one_dossier() throws Exception {
        Act act = Act.by("clerk").withKey("one-filing");
        Callable<Object> here = () -> node.bean(Dossiers.class).receive(filing(), act);
        Callable<Object> there = () -> otherNode.bean(Dossiers.class).receive(filing(), act);
        List<Object> outcomes = outcomes(List.of(here, there, here, there), 4);
        assertThat(outcomes).allMatch(Dossier.class::isInstance);
        assertThat(outcomes.stream().map(Dossier.class::cast).map(Dossier::code).distinct())
                .hasSize(1);
    }

    /** What each call returned, or threw. */
    private static List<Object> outcomes(List<Callable<Object>> calls, int threads) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> future : pool.invokeAll(calls)) {
                try {
                    outcomes.add(future.get());
                } catch (ExecutionException e) {
                    outcomes.add(e.getCause());
                }
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Filing filing() {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam");
        return new Filing("1.003868", "000.00.14.H37", Channel.IN_PERSON, applicant);
    }
}

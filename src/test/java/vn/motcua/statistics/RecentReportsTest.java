package vn.motcua.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Act;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Filing;
import vn.motcua.refusal.Refusal;
import vn.motcua.support.TestStore;

/** What may be half a minute old, and what may not. */
class RecentReportsTest {

    private static final LocalDateTime FRI_9_00 = TestStore.FRI_20_NOV_2026;

    private static TestStore store;
    private static RecentReports recent;

    @BeforeAll
    static void open() {
        store = TestStore.withCatalogue();
        recent = store.bean(RecentReports.class);
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void what_is_entered_is_seen_when_the_next_half_minute_begins() {
        store.clock().set(FRI_9_00.plusSeconds(10));
        assertThat(recent.moment()).isEqualTo(FRI_9_00);
        long before = received(recent);
        store.clock().set(FRI_9_00.plusSeconds(20));
        receive();
        store.clock().set(FRI_9_00.plusSeconds(30).minusNanos(1_000));
        assertThat(received(recent)).isEqualTo(before);
        store.clock().set(FRI_9_00.plusSeconds(30));
        assertThat(recent.moment()).isEqualTo(FRI_9_00.plusSeconds(30));
        assertThat(received(recent)).isEqualTo(before + 1);
    }

    @Test
    void what_was_entered_late_for_a_moment_long_over_is_seen_then_too() {
        store.clock().set(FRI_9_00.plusHours(1));
        long before = received(recent);
        store.bean(Dossiers.class)
                .receive(filing(), Act.by("clerk").at(FRI_9_00.minusDays(2)).because("mạng đứt"));
        store.clock().set(FRI_9_00.plusHours(1).plusSeconds(59));
        assertThat(received(recent)).isEqualTo(before + 1);
    }

    @Test
    void an_equal_question_within_the_half_minute_asks_the_store_nothing() {
        store.clock().set(FRI_9_00.plusHours(2));
        received(recent);
        store.clock().set(FRI_9_00.plusHours(2).plusSeconds(29));
        assertThat(store.statements().of(() -> received(recent))).isEmpty();
        assertThat(store.statements().of(() -> recent.rows(query(recent.moment(), GroupBy.SECTOR))))
                .isNotEmpty();
    }

    @Test
    void equal_questions_at_once_are_counted_once() {
        store.clock().set(FRI_9_00.plusHours(3));
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<String> statements = store.statements().of(() -> {
            List<Future<Long>> all = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                all.add(people.submit(() -> received(recent)));
            }
            all.forEach(RecentReportsTest::await);
        });
        people.shutdown();
        assertThat(statements.stream().filter(sql -> sql.contains("figure_day")))
                .hasSize(1);
    }

    @Test
    void more_questions_than_there_is_room_for_are_answered_and_not_kept() {
        store.clock().set(FRI_9_00.plusHours(4));
        RecentReports small = new RecentReports(store.bean(Ii06aReport.class), store.clock(), 1);
        received(small);
        Ii06aQuery other = query(small.moment(), GroupBy.AGENCY);
        assertThat(small.rows(other)).isEqualTo(store.bean(Ii06aReport.class).rows(other));
        assertThat(store.statements().of(() -> small.rows(other))).isNotEmpty();
        assertThat(store.statements().of(() -> received(small))).isEmpty();
    }

    @Test
    void a_refusal_is_no_answer_to_keep() {
        store.clock().set(FRI_9_00.plusHours(5));
        Ii06aQuery unpublished = new Ii06aQuery(
                LocalDate.of(2030, 1, 1), LocalDate.of(2030, 1, 31), recent.moment(), null, GroupBy.NONE);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> recent.rows(unpublished)).isInstanceOf(Refusal.class);
        }
    }

    private static long received(RecentReports reports) {
        return reports.rows(query(reports.moment(), GroupBy.NONE)).get(0).c3();
    }

    private static Ii06aQuery query(LocalDateTime asOf, GroupBy groupBy) {
        return new Ii06aQuery(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 14), asOf, null, groupBy);
    }

    private static void receive() {
        store.bean(Dossiers.class).receive(filing(), Act.by("clerk"));
    }

    private static Filing filing() {
        Applicant applicant = new Applicant(Applicant.Kind.PERSON, "Lê Văn Nam");
        return new Filing("1.003868", "000.00.14.H37", Channel.IN_PERSON, applicant);
    }

    private static void await(Future<Long> answer) {
        try {
            answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

package vn.motcua.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static vn.motcua.sla.Shelf.DEPARTMENT;
import static vn.motcua.sla.Shelf.PROCESS;
import static vn.motcua.sla.Shelf.at;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Dossier;
import vn.motcua.sla.StepTimes.Pace;
import vn.motcua.sla.StepTimes.Step;
import vn.motcua.support.TestStore;

class StepTimesTest {

    private static final String REGISTRATION = "1.001612";
    private static final String PRESS = "2.001740";
    private static final String DISTRICT = "000.00.21.H37";
    private static final LocalDate MONDAY = LocalDate.of(2019, 3, 11);

    private static TestStore store;
    private static Shelf shelf;

    /** Ten passes of 30, 60 … 300 minutes of four hours allowed, the last two of them late; others beside them. */
    @BeforeAll
    static void finishSteps() {
        store = TestStore.withCatalogue();
        shelf = new Shelf(store);
        Dossier dossier = shelf.receive(REGISTRATION, at("03-11T07:00"));
        LocalDateTime opened = at("03-11T07:00");
        List<String> done =
                List.of("07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "14:00");
        for (String time : done) {
            shelf.finish(dossier, "Thẩm định", DEPARTMENT, opened, at("03-11T" + time), "PT4H", at("03-11T11:00"));
        }
        shelf.finish(dossier, "Kiểm tra thực địa", at("03-11T07:00"), at("03-12T07:00"), null);
        shelf.finish(dossier, "Thẩm định", at("03-12T07:00"), at("03-12T07:00"), "PT4H"); // the day after
        Dossier other = shelf.receive(PRESS, at("03-11T07:00"));
        shelf.finish(other, "Thẩm định", at("03-11T07:00"), at("03-11T08:00"), "P1D");
        Dossier elsewhere = shelf.receive(REGISTRATION, DISTRICT, at("03-11T07:00"));
        shelf.finish(elsewhere, "Thẩm định", DISTRICT, opened, at("03-11T16:00"), "PT4H", null);
        store.bean(StepPasses.class).catchUp();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @Test
    void median_and_ninth_of_ten_stand_beside_the_allowed_time_and_the_share_of_late_ones() {
        Step step = step(scope(REGISTRATION, DEPARTMENT), "Thẩm định", MONDAY, MONDAY);
        assertThat(step.passes()).isEqualTo(10);
        assertThat(step.median()).isEqualTo(165);
        assertThat(step.most()).isEqualTo(273, within(0.001));
        assertThat(step.allowedLeast()).isEqualTo(240);
        assertThat(step.allowedMost()).isEqualTo(240);
        assertThat(step.judged()).isEqualTo(10);
        assertThat(step.late()).isEqualTo(2);
        assertThat(step.pace()).isEqualTo(Pace.TIGHT);
    }

    @Test
    void the_period_holds_both_its_days_and_no_other() {
        StepScope scope = scope(REGISTRATION, DEPARTMENT);
        assertThat(step(scope, "Thẩm định", MONDAY, MONDAY.plusDays(1)).passes())
                .isEqualTo(11);
        assertThat(step(scope, "Thẩm định", MONDAY.plusDays(1), MONDAY.plusDays(1))
                        .passes())
                .isEqualTo(1);
        assertThat(of(scope, MONDAY.minusDays(9), MONDAY.minusDays(1))).isEmpty();
    }

    @Test
    void a_task_for_many_steps_is_told_as_one_and_by_each_name_and_by_procedure() {
        StepScope all = scope(null, DEPARTMENT);
        assertThat(step(all, null, MONDAY, MONDAY.plusDays(1)).passes()).isEqualTo(13);
        assertThat(step(all, "Kiểm tra thực địa", MONDAY, MONDAY.plusDays(1)).passes())
                .isEqualTo(1);
        assertThat(step(scope(PRESS, DEPARTMENT), null, MONDAY, MONDAY).passes())
                .isEqualTo(1);
        Step both = step(all, "Thẩm định", MONDAY, MONDAY);
        assertThat(List.of(both.allowedLeast(), both.allowedMost())).containsExactly(240, 480);
    }

    @Test
    void other_agencies_and_other_processes_are_left_out() {
        assertThat(step(scope(null, DISTRICT), null, MONDAY, MONDAY).median()).isEqualTo(420);
        assertThat(of(StepScope.of("another", Set.of(shelf.agency(DEPARTMENT))), MONDAY, MONDAY))
                .isEmpty();
    }

    @Test
    void a_step_without_an_allowed_time_keeps_none_and_what_takes_longer_than_allowed_is_told_so() {
        Step field = step(scope(null, DEPARTMENT), "Kiểm tra thực địa", MONDAY, MONDAY.plusDays(1));
        assertThat(field.pace()).isNull();
        assertThat(field.judged()).isZero();
        assertThat(step(scope(null, DISTRICT), null, MONDAY, MONDAY).pace()).isEqualTo(Pace.OVER);
        assertThat(step(scope(PRESS, DEPARTMENT), null, MONDAY, MONDAY).pace()).isEqualTo(Pace.WITHIN);
    }

    private static Step step(StepScope scope, @Nullable String name, LocalDate from, LocalDate to) {
        return of(scope, from, to).stream()
                .filter(step -> step.element().equals("handle") && java.util.Objects.equals(step.name(), name))
                .reduce((one, two) -> {
                    throw new AssertionError("Twice " + one);
                })
                .orElseThrow();
    }

    private static List<Step> of(StepScope scope, LocalDate from, LocalDate to) {
        return store.bean(StepTimes.class).of(scope, from, to);
    }

    private static StepScope scope(@Nullable String procedure, String agency) {
        return StepScope.of(PROCESS, Set.of(shelf.agency(agency))).only(procedure);
    }
}

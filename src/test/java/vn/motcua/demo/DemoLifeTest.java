package vn.motcua.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Difference;
import vn.motcua.dossier.Recount;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.statistics.TotalsRecount;
import vn.motcua.support.TestStore;

class DemoLifeTest {

    /** The week after Tết of a year whose days off nobody has published yet; the whole product is tested with today. */
    @Test
    void today_finds_dossiers_in_every_state_lived_through_the_real_engine() {
        LocalDateTime now = LocalDateTime.of(2028, 2, 8, 14, 40);
        try (TestStore store = TestStore.engine("--motcua.demo=true")) {
            store.clock().set(now);
            load(store);
            int lived = store.bean(DemoLife.class).live(progress -> {});

            assertThat(lived).isEqualTo(305);
            assertThat(LocalDateTime.now(store.clock())).isEqualTo(now);
            assertThat(count(store, "status = 1")).isGreaterThan(10);
            assertThat(count(store, "status = 3")).isEqualTo(4);
            assertThat(count(store, "status = 4 and due_at < '%s'".formatted(now)))
                    .isGreaterThan(8);
            assertThat(count(store, "status = 4 and due_at::date = '%s'".formatted(dueDay(store, now))))
                    .isGreaterThan(8);
            assertThat(count(store, "status = 5")).isGreaterThan(8);
            assertThat(count(store, "status = 8")).isGreaterThan(2);
            assertThat(count(store, "status = 9")).isGreaterThan(5);
            assertThat(count(store, "status = 10 and outcome = 'REFUSED'")).isGreaterThan(4);
            assertThat(count(store, "timeliness = 'EARLY'")).isGreaterThan(40);
            assertThat(count(store, "timeliness = 'ON_TIME'")).isGreaterThan(10);
            assertThat(count(store, "timeliness = 'LATE'")).isGreaterThan(5);
            assertThat(atTask(store, "leader-decision", "approve")).isGreaterThan(8);
            assertThat(atTask(store, "give-opinion")).isGreaterThan(2);
            assertThat(atTask(store, "reappoint")).isGreaterThan(2);
            assertThat(atTask(store, "overdue")).isGreaterThan(2);
            assertThat(count(store, "recorded_at > '%s'".formatted(now))).isZero();
            assertCitizenHasEverythingToLookAt(store);
            assertRisksWereForecastAsTheDaysPassed(store, now);
            assertNothingIsAmiss(store);
        }
    }

    @Test
    void stories_can_be_invented_for_any_day_of_the_years_that_have_proposals() {
        try (TestStore store = TestStore.empty()) {
            DemoCatalogue.definitions().forEach(store.bean(Procedures.class)::ship);
            WorkingTime time =
                    new WorkingTime(store.bean(Calendars.class).history().latest(), OfficeHours.DEFAULT);
            for (LocalDate day = LocalDate.of(2026, 6, 1); day.getYear() < 2035; day = day.plusDays(11)) {
                LocalDateTime now = day.atTime(day.getDayOfMonth() % 24, 5);
                List<DemoStory> stories = new DemoStories(
                                time, now, code -> store.bean(Procedures.class).getInForce(code, now.toLocalDate()))
                        .all();
                assertThat(stories).as(now.toString()).hasSize(306).allSatisfy(story -> {
                    assertThat(story.steps()).isNotEmpty().allMatch(step -> step.at()
                            .isBefore(now));
                    assertThat(story.steps().get(0).move()).isIn(Move.FILE, Move.DRAFT);
                    assertThat(story.steps()).isSortedAccordingTo(java.util.Comparator.comparing(DemoStory.Step::at));
                });
            }
        }
    }

    private static void load(TestStore store) {
        for (String file : List.of("agencies-langson-2019", "agencies-langson-2025", "agencies-specialised")) {
            store.bean(CatalogueImport.class)
                    .run(Optional.of(CsvSource.shipped("/demo/" + file + ".csv")), Optional.empty(), problem -> {
                        throw new AssertionError(problem.vietnamese());
                    });
        }
        DemoCatalogue.definitions().forEach(store.bean(Procedures.class)::ship);
        store.bean(DemoPeople.class).load();
    }

    private static void assertCitizenHasEverythingToLookAt(TestStore store) {
        assertThat(store.jdbc()
                        .sql("""
                        select d.status, r.stars is not null as rated
                        from motcua.applicant_dossier a join motcua.dossier d on d.id = a.dossier_id
                        left join motcua.rating r on r.dossier_id = d.id order by d.status
                        """)
                        .query((row, n) -> row.getInt("status") + (row.getBoolean("rated") ? " rated" : ""))
                        .list())
                .containsExactly("1", "5", "6", "9", "10 rated");
        assertThat(store.jdbc()
                        .sql("select count(*) from motcua.intake_draft where dossier_code is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(store.jdbc()
                        .sql("select count(distinct stars) from motcua.rating")
                        .query(Long.class)
                        .single())
                .isGreaterThan(3);
    }

    private static void assertRisksWereForecastAsTheDaysPassed(TestStore store, LocalDateTime now) {
        assertThat(store.jdbc()
                        .sql("select count(distinct valid_from::date) from motcua.risk_span")
                        .query(Long.class)
                        .single())
                .isGreaterThan(40);
        assertThat(atRisk(store, now)).isGreaterThan(10);
        assertThat(atRisk(store, now.minusDays(35))).isPositive();
        assertThat(store.jdbc()
                        .sql("select distinct basis from motcua.risk_span order by 1")
                        .query(String.class)
                        .list())
                .contains("HISTORY_AGENCY", "THIN");
        // Nobody can have known of a pass before it was finished and its dossier had its result.
        assertThat(store.jdbc().sql("""
                        select count(*) from motcua.risk_span r
                        join motcua.dossier d on d.id = r.dossier_id
                        join motcua.procedure_version v on v.id = d.version_id
                        where r.passes > (
                            select count(*) from motcua.step_pass p
                            join motcua.dossier o on o.id = p.dossier_id
                            join motcua.procedure_version w on w.id = p.version_id
                            where w.procedure_code = v.procedure_code and p.step_name = r.step_name
                              and p.done_at <= r.valid_from and o.resolved_at <= r.valid_from)
                        """).query(Long.class).single()).isZero();
    }

    private static long atRisk(TestStore store, LocalDateTime moment) {
        return store.jdbc()
                .sql("select count(*) from motcua.at_risk_at(?)")
                .param(moment)
                .query(Long.class)
                .single();
    }

    private static void assertNothingIsAmiss(TestStore store) {
        List<Difference> differences = new ArrayList<>();
        store.bean(TotalsRecount.class).all(store.bean(Recount.class), differences::add);
        assertThat(differences).isEmpty();
        ProcessEngine engine = store.bean(ProcessEngine.class);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(engine.getManagementService().createJobQuery().executable().count())
                .isZero();
        assertThat(store.jdbc().sql("""
                        select count(*) from act_ru_task t full join motcua.work_item w on w.task_id = t.id_
                        where t.id_ is null or w.task_id is null
                        """).query(Long.class).single()).isZero();
    }

    private static LocalDate dueDay(TestStore store, LocalDateTime now) {
        return store.bean(Calendars.class).history().latest().sameOrNextWorkingDay(now.toLocalDate());
    }

    private static long count(TestStore store, String condition) {
        return store.jdbc()
                .sql("select count(*) from motcua.dossier where " + condition)
                .query(Long.class)
                .single();
    }

    private static long atTask(TestStore store, String... keys) {
        return store.jdbc()
                .sql("select count(*) from motcua.work_item where task_key = any (:keys)")
                .param("keys", keys)
                .query(Long.class)
                .single();
    }
}

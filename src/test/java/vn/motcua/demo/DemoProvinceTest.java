package vn.motcua.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.LifeEvents;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.support.TestStore;

class DemoProvinceTest {

    @Test
    void the_shipped_catalogue_says_of_2019_what_the_list_of_the_register_says() {
        try (TestStore fromList = TestStore.withCatalogue();
                TestStore shipped = TestStore.empty()) {
            Procedures procedures = shipped.bean(Procedures.class);
            DemoCatalogue.definitions().forEach(procedures::ship);
            LocalDate fri1Feb2019 = LocalDate.of(2019, 2, 1);
            List<ProcedureDefinition> listed = fromList.bean(Procedures.class).current().stream()
                    .map(version -> version.definition())
                    .toList();
            assertThat(listed).hasSize(14).allSatisfy(expected -> assertThat(
                            procedures.getInForce(expected.code(), fri1Feb2019).definition())
                    .usingRecursiveComparison()
                    .comparingOnlyFields("name", "sector", "limit", "clockPolicy", "serviceLevel", "agencyLevel", "fee")
                    .isEqualTo(expected));
        }
    }

    @Test
    void every_shipped_procedure_has_components_steps_with_durations_and_a_legal_source() {
        assertThat(DemoCatalogue.definitions()).hasSizeGreaterThan(25).allSatisfy(definition -> {
            assertThat(definition.components()).as(definition.code()).isNotEmpty();
            assertThat(definition.legalSource()).as(definition.code()).isNotBlank();
            assertThat(definition.steps()).as(definition.code()).isNotEmpty().allSatisfy(step -> assertThat(
                            isDuration(step.duration()))
                    .isTrue());
        });
    }

    @Test
    void later_versions_keep_what_they_do_not_say_anew() {
        Map<LocalDate, ProcedureDefinition> bulletin = DemoCatalogue.definitions().stream()
                .filter(definition -> definition.code().equals("1.009374"))
                .collect(Collectors.toMap(ProcedureDefinition::validFrom, definition -> definition));
        ProcedureDefinition later = bulletin.get(LocalDate.of(2021, 3, 1));
        assertThat(later.limit().amount()).isEqualTo(20);
        assertThat(later.components()).isEqualTo(bulletin.get(LocalDate.MIN).components());
    }

    @Test
    void every_shipped_procedure_is_found_by_something_that_happens_in_life() {
        try (TestStore store = TestStore.withCatalogue()) {
            DemoCatalogue.definitions().forEach(store.bean(Procedures.class)::ship);
            store.bean(CatalogueImport.class)
                    .run(
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(CsvSource.shipped("/demo/life-events.csv")),
                            problem -> {
                                throw new AssertionError(problem.vietnamese());
                            });
            List<LifeEvent> events = store.bean(LifeEvents.class).all();
            assertThat(events).extracting(LifeEvent::audience).contains(LifeEvent.Audience.values());
            assertThat(events.stream().flatMap(event -> event.procedures().stream()))
                    .containsAll(DemoCatalogue.definitions().stream()
                            .map(ProcedureDefinition::code)
                            .toList());
        }
    }

    @Test
    void an_external_database_gets_no_demo_data() {
        try (TestStore external = TestStore.asServer()) {
            assertThat(external.bean(Agencies.class).all()).isEmpty();
            assertThat(external.bean(Procedures.class).current()).isEmpty();
        }
    }

    private static boolean isDuration(String text) {
        return text.contains("T")
                ? !Duration.parse(text).isNegative()
                : !Period.parse(text).isNegative();
    }
}

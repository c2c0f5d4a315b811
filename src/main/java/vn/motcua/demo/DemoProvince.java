package vn.motcua.demo;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.Procedures;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.exchange.CatalogueImport;
import vn.motcua.exchange.CsvSource;
import vn.motcua.exchange.RegisterImport;
import vn.motcua.exchange.RegisterResult;
import vn.motcua.exchange.RowProblem;
import vn.motcua.exchange.ShippedCalendar;

/**
 * Loads the demo data, all of them or nothing, before the web server opens: only for a server, only into an embedded
 * store that has no agencies yet.
 */
@Component
@ConditionalOnProperty("motcua.demo")
class DemoProvince implements SmartInitializingSingleton {

    private static final List<String> AGENCY_FILES = List.of(
            "/demo/agencies-langson-2019.csv", "/demo/agencies-langson-2025.csv", "/demo/agencies-specialised.csv");

    private static final String LIFE_EVENTS = "/demo/life-events.csv";

    private static final Logger LOG = LoggerFactory.getLogger(DemoProvince.class);

    private final ShippedCalendar calendar;
    private final CatalogueImport catalogue;
    private final RegisterImport register;
    private final Agencies agencies;
    private final Procedures procedures;
    private final ProcedureAgencies offers;
    private final DemoHistory history;
    private final DemoPeople people;
    private final DemoLife life;
    private final StoreFacts facts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher listeners;
    private final Environment environment;
    private final Clock clock;

    DemoProvince(
            ShippedCalendar calendar,
            CatalogueImport catalogue,
            RegisterImport register,
            Agencies agencies,
            Procedures procedures,
            ProcedureAgencies offers,
            DemoHistory history,
            DemoPeople people,
            DemoLife life,
            StoreFacts facts,
            TransactionTemplate transaction,
            ApplicationEventPublisher listeners,
            Environment environment,
            Clock clock) {
        this.calendar = calendar;
        this.catalogue = catalogue;
        this.register = register;
        this.agencies = agencies;
        this.procedures = procedures;
        this.offers = offers;
        this.history = history;
        this.people = people;
        this.life = life;
        this.facts = facts;
        this.transaction = transaction;
        this.listeners = listeners;
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        boolean external = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        if (!external && agencies.all().isEmpty()) {
            calendar.afterSingletonsInstantiated();
            transaction.executeWithoutResult(status -> load());
        }
    }

    private void load() {
        tell("Danh mục đơn vị và thủ tục");
        for (String file : AGENCY_FILES) {
            catalogue.run(Optional.of(CsvSource.shipped(file)), Optional.empty(), this::fail);
        }
        DemoCatalogue.definitions().forEach(procedures::ship);
        DemoCatalogue.agencies().forEach(offers::put);
        catalogue.run(Optional.empty(), Optional.empty(), Optional.of(CsvSource.shipped(LIFE_EVENTS)), this::fail);
        people.load();
        RegisterResult result =
                register.run(CsvSource.shipped("/demo/register-langson-2019.csv"), true, new RegisterImport.Listener() {
                    @Override
                    public void refused(RowProblem problem) {
                        fail(problem);
                    }

                    @Override
                    public void progress(RegisterResult soFar) {
                        tell("Sổ theo dõi 2019: %d dòng".formatted(soFar.rows()));
                    }
                });
        LOG.info("Demo register loaded: {}; ended {} open dossiers", result, history.end());
        LOG.info("Demo dossiers lived through: {}", life.live(this::tell));
        facts.put(StoreFacts.DEMO, LocalDateTime.now(clock).toString());
    }

    private void tell(String progress) {
        LOG.info("Demo: {}", progress);
        listeners.publishEvent(new DemoProgress(progress));
    }

    private void fail(RowProblem problem) {
        throw new IllegalStateException("Demo data: " + problem.vietnamese());
    }
}

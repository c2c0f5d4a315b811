package vn.motcua.workflow.engine;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;
import vn.motcua.dossier.Submissions;
import vn.motcua.page.DeadlineWords;
import vn.motcua.worklist.TaskCards;
import vn.motcua.worklist.WorkItems;

/** How Motcua's engine differs from one out of the box. */
@EngineRoom
@Order(200)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final Calendars calendars;
    private final Agencies agencies;
    private final WorkItems items;
    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ModelVocabulary vocabulary;
    private final TaskWatch watch;
    private final FormPresets presets;
    private final TaskCards cards;
    private final DeadlineWords words;

    EngineSettings(
            Calendars calendars,
            Agencies agencies,
            WorkItems items,
            Submissions submissions,
            JdbcClient jdbc,
            Clock clock,
            ModelVocabulary vocabulary,
            TaskWatch watch,
            FormPresets presets,
            TaskCards cards,
            DeadlineWords words) {
        this.calendars = calendars;
        this.agencies = agencies;
        this.items = items;
        this.submissions = submissions;
        this.jdbc = jdbc;
        this.clock = clock;
        this.vocabulary = vocabulary;
        this.watch = watch;
        this.presets = presets;
        this.cards = cards;
        this.words = words;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        OfficeTime officeTime = new OfficeTime(calendars, agencies, clock);
        MapBusinessCalendarManager manager = new MapBusinessCalendarManager();
        manager.addBusinessCalendar(DueDateBusinessCalendar.NAME, officeTime);
        manager.addBusinessCalendar(DurationBusinessCalendar.NAME, officeTime);
        manager.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
        engine.setBusinessCalendarManager(manager);
        engine.setCustomHistoryLevels(List.of(new LeanHistory()));
        engine.setHistory(LeanHistory.NAME);
        engine.setHistoryEventHandler(new LeanHistoryWriter());
        engine.setHistoryEventProducer(new LeanHistoryProducer());
        // Who called hears of a failed command, and jobs log their own failures: once is enough.
        engine.setEnableCmdExceptionLogging(false);
        // By itself a failed job is tried again at once, three times.
        engine.setFailedJobRetryTimeCycle("R3/PT1M");
        forgetOldHistory(engine);
        engine.setTenantIdProvider(new Tenants(engine));
        engine.setCustomPreBPMNParseListeners(
                List.of(new AgencyOfCalledProcesses(), new LeanStages(), new TaskWatchOfModels(watch)));
        engine.setCustomSessionFactories(List.of(LeanTasks.factory(), LeanSubscriptions.factory()));
        close(engine);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setDeploymentCache(new KnownDefinitions(engine));
        InstanceAtOnce.addTo(engine.getSqlSessionFactory().getConfiguration());
        engine.getSessionFactories().put(DbSqlSession.class, OneRoundTrip.factory(engine.getDbSqlSessionFactory()));
        engine.getSessionFactories().put(DbEntityManager.class, QuietEntities.factory(engine.getIdGenerator()));
    }

    /**
     * What the engine remembers of finished instances goes at night, as long after their end as their model says. It looks
     * at their ends; by its default it would write a date of removal into every row of an instance that ends.
     */
    private static void forgetOldHistory(ProcessEngineConfigurationImpl engine) {
        engine.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
        engine.setHistoryCleanupStrategy(ProcessEngineConfiguration.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
        // With its offset, because the engine otherwise takes the hours for those of the JVM's time zone.
        engine.setHistoryCleanupBatchWindowStartTime("01:00+0700");
        engine.setHistoryCleanupBatchWindowEndTime("04:00+0700");
        engine.setHistoryCleanupDegreeOfParallelism(1);
    }

    /** The ways in that 7.24.0 leaves open, and all it offers beyond what Motcua uses. */
    private void close(ProcessEngineConfigurationImpl engine) {
        Map<Object, Object> visible = new HashMap<>(vocabulary.words());
        engine.setBeans(visible);
        // The starter has set one that shows models every bean of the application.
        engine.setExpressionManager(new JuelExpressionManager(visible));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(
                new RefusalsAsAnswers(),
                new NoExpressionsFromUsers(),
                new NotForStaff(engine),
                new FieldsOfCommands()));
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(
                new OneAtATime(jdbc, items, submissions),
                new PresetsOnRead(presets),
                new PersonalFilters(cards),
                new DossierOnCards(cards, words)));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableExceptionsAfterUnhandledBpmnError(true);
        engine.setCmmnEnabled(false);
        engine.setTaskMetricsEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setResourceAuthorizationProvider(new NoRowPerTask());
    }
}

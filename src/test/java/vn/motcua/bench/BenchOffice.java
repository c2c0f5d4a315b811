package vn.motcua.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.RepositoryService;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** A province at work: every agency with a clerk, an officer and a leader. */
final class BenchOffice implements AutoCloseable {

    /** Four user tasks in a row, as the competitor has them. */
    static final String PLAIN = "bench.1";

    /** A procedure on the shipped process: four user tasks, timers, messages, stages. */
    static final String SHIPPED = "2.001740";

    private static final LocalDateTime FRIDAY = TestStore.FRI_20_NOV_2026;
    private static final List<String> GROUPS = List.of("counter", "officer", "leader");

    private final TestStore store;
    private final List<String> agencies;
    private final DossierFlow flow;
    private final EngineLogin login;
    private final WorkItems items;
    private final Dossiers dossiers;

    private BenchOffice(TestStore store) {
        this.store = store;
        this.agencies = store.jdbc()
                .sql("select code from motcua.agency order by code")
                .query(String.class)
                .list();
        this.flow = store.bean(DossierFlow.class);
        this.login = store.bean(EngineLogin.class);
        this.items = store.bean(WorkItems.class);
        this.dossiers = store.bean(Dossiers.class);
    }

    private static final AtomicLong MOMENTS = new AtomicLong();

    static BenchOffice on(String url) {
        TestStore store = TestStore.engineAt(url, "--spring.datasource.hikari.maximum-pool-size=20");
        store.importCatalogue();
        for (String group : GROUPS) {
            store.jdbc().sql("""
                            insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                                must_change_password, created_at, password_set_at)
                            select :group || '-' || id, 'none', 'Nguyễn Văn ' || id, :group, id, false, '2026-01-01',
                                '2026-01-01' from motcua.agency
                            """).param("group", group).update();
        }
        store.bean(RepositoryService.class)
                .createDeployment()
                .addClasspathResource("bench/four-tasks.bpmn")
                .addClasspathResource("forms/online-public-service-start.form")
                .addClasspathResource("forms/online-public-service-intake-check.form")
                .addClasspathResource("forms/online-public-service-handle.form")
                .addClasspathResource("forms/online-public-service-approve.form")
                .addClasspathResource("forms/online-public-service-hand-over.form")
                .deploy();
        store.bean(Procedures.class)
                .ship(new ProcedureDefinition(
                        PLAIN,
                        LocalDate.MIN,
                        "Thủ tục đo tốc độ",
                        "Thử nghiệm",
                        new TimeLimit(10, LimitUnit.WORKING_DAYS),
                        ClockPolicy.PAUSE,
                        false,
                        1,
                        8,
                        4,
                        AgencyLevel.PROVINCE,
                        0,
                        null,
                        null,
                        "four-tasks",
                        null,
                        List.of(),
                        List.of()));
        return new BenchOffice(store);
    }

    /** A dossier that waits to be accepted. */
    String file(String procedure, int number) {
        String agency = agencies.get(number % agencies.size());
        return flow.file(procedure, agency, form(procedure, number), "Người nộp", null);
    }

    /** A whole dossier: filed, accepted, appraised, decided, handed over. */
    void one(String procedure, int number) {
        long dossier = dossiers.get(file(procedure, number)).id();
        complete(dossier, Map.of("decision", "accept"));
        complete(dossier, Map.of("decision", "forward", "opinion", "Hồ sơ hợp lệ"));
        complete(dossier, Map.of("decision", "approve"));
        complete(dossier, Map.of("receiver", "Nguyễn Văn " + number));
    }

    private void complete(long dossier, Map<String, Object> fields) {
        store.clock().set(FRIDAY.plusNanos(MOMENTS.incrementAndGet() * 10_000_000));
        WorkItem item = items.of(dossier).get(0);
        login.as(item.staffGroup() + "-" + item.agencyId(), () -> {
            flow.complete(item.taskId(), fields);
            return null;
        });
    }

    private static Map<String, Object> form(String procedure, int number) {
        return new HashMap<>(Map.of(
                "procedure", procedure,
                "channel", "ONLINE",
                "applicantKind", "PERSON",
                "applicantName", "Nguyễn Văn " + number,
                "phone", "0912345678",
                "address", "Xã Bắc Sơn, tỉnh Lạng Sơn",
                "content", "Đề nghị giải quyết theo quy định"));
    }

    @Override
    public void close() {
        store.close();
    }
}

package vn.motcua.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** A province at work: every agency with a clerk, an officer and a leader. */
final class BenchOffice implements AutoCloseable {

    private static final String PROCEDURE = "2.001740";
    private static final List<String> GROUPS = List.of("counter", "officer", "leader");

    private final TestStore store;
    private final List<String> agencies;
    private final DossierFlow flow;
    private final EngineLogin login;
    private final WorkItems items;
    private final Dossiers dossiers;
    private final ManagementService jobs;

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
        this.jobs = store.bean(ManagementService.class);
    }

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
        return new BenchOffice(store);
    }

    /** A whole dossier: filed, accepted, appraised, decided, handed over. */
    void one(int number) {
        String agency = agencies.get(number % agencies.size());
        String code = flow.file(PROCEDURE, agency, form(number), "Người nộp", null);
        long dossier = dossiers.get(code).id();
        complete(dossier, Map.of("decision", "accept"));
        complete(dossier, Map.of("decision", "forward", "opinion", "Hồ sơ hợp lệ"));
        complete(dossier, Map.of("decision", "approve"));
        store.jdbc().sql("""
                        select j.id_ from act_ru_job j join motcua.dossier_flow f on f.process_instance_id = j.process_instance_id_
                        where f.dossier_id = ? and j.type_ = 'message'
                        """).param(dossier).query(String.class).list().forEach(jobs::executeJob);
        complete(dossier, Map.of("receiver", "Nguyễn Văn " + number));
    }

    private void complete(long dossier, Map<String, Object> fields) {
        WorkItem item = items.of(dossier).get(0);
        login.as(item.staffGroup() + "-" + item.agencyId(), () -> {
            flow.complete(item.taskId(), fields);
            return null;
        });
    }

    private static Map<String, Object> form(int number) {
        return new HashMap<>(Map.of(
                "procedure", PROCEDURE,
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

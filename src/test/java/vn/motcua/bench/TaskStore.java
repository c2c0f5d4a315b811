package vn.motcua.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.motcua.bench.ManyTasks.Template;
import vn.motcua.dossier.Dossiers;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/**
 * A province with 300 agencies, each with a clerk, an officer and a leader, and many open tasks: at the counter, with
 * officers, with leaders, and waiting for papers. Made once and kept. The tasks have what lists read, in the engine's tables
 * and in ours; they have no variables, timers and history.
 */
final class TaskStore {

    static final int AGENCIES = 300;
    static final String PROVINCE = "000.00.00.H37";

    static final String PROCEDURE = "1.009374";
    private static final String SETTINGS = "--spring.datasource.hikari.connection-init-sql="
            + "set time zone 'Asia/Ho_Chi_Minh'; set statement_timeout = '60s'";
    private static final String DOSSIER_SHIFT = "t.%1$s + c.shift";

    private TaskStore() {}

    /** A node on the store, which is made if it is not there. */
    static TestStore open(BenchServer server, long size) throws SQLException {
        String name = "tasks_" + size;
        if (server.has(name)) {
            TestStore store = TestStore.engineAt(server.url(name), SETTINGS);
            if (store.jdbc()
                            .sql("select count(*) from motcua.store_fact where name = 'bench'")
                            .query(Integer.class)
                            .single()
                    > 0) {
                return store;
            }
            store.close();
        }
        TestStore store = TestStore.engineAt(server.fresh(name), SETTINGS);
        long start = System.nanoTime();
        fill(store, size);
        System.out.printf("made %s in %d s%n", name, (System.nanoTime() - start) / 1_000_000_000);
        return store;
    }

    /** The codes of the agencies, the province's own first. */
    static List<String> agencies(TestStore store) {
        return store.jdbc()
                .sql("select code from motcua.agency order by code <> :province, code limit :most")
                .param("province", PROVINCE)
                .param("most", AGENCIES)
                .query(String.class)
                .list();
    }

    private static void fill(TestStore store, long size) throws SQLException {
        store.importCatalogue();
        store.jdbc()
                .sql("""
                        with more as (
                            insert into motcua.agency (code, name, level)
                            select 'H37.9' || lpad(i::text, 3, '0'), 'Đơn vị ' || i, 'COMMUNE' from generate_series(1,
                                :agencies - (select count(*) from motcua.agency)::int) i
                            returning id)
                        insert into motcua.agency_parent select more.id, '2018-01-01', a.id from more, motcua.agency a
                        where a.code = :province
                        """)
                .param("agencies", AGENCIES)
                .param("province", PROVINCE)
                .update();
        for (String group : List.of("counter", "officer", "leader")) {
            store.jdbc().sql("""
                            insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                                must_change_password, created_at, password_set_at)
                            select :group || '-' || lower(code), 'none', 'Nguyễn Văn ' || id, :group, id, false,
                                '2026-01-01', '2026-01-01' from motcua.agency
                            """).param("group", group).update();
        }
        List<String> agencies = agencies(store);
        List<Template> templates = templates(store, agencies.get(1));
        try (ManyTasks tasks = new ManyTasks(store.url())) {
            tasks.plan(size, agencies, templates);
            tasks.execute("update bench_copy set assignee = lower(assignee) where assignee is not null");
            copy(tasks);
        }
    }

    private static void copy(ManyTasks tasks) throws SQLException {
        tasks.copy(
                "public.act_ru_execution",
                "t.proc_inst_id_ = c.instance",
                Map.of(
                        "business_key_", "case when t.business_key_ is not null then c.code end",
                        "tenant_id_", "c.agency"));
        tasks.copy(
                "public.act_ru_task",
                "t.id_ = c.task",
                Map.of("due_date_", "c.due", "assignee_", "c.assignee", "tenant_id_", "c.agency"));
        tasks.copy("public.act_ru_identitylink", "t.task_id_ = c.task", Map.of("tenant_id_", "c.agency"));

        Map<String, String> dossier = new HashMap<>(Map.of(
                "id", "c.dossier",
                "code", "c.code",
                "agency_id", "(select a.id from motcua.agency a where a.code = c.agency)",
                "channel", "1 + c.i % 3",
                "applicant_name", "c.applicant"));
        shift(
                dossier,
                "recorded_at",
                "filed_at",
                "acceptance_due_at",
                "answered_at",
                "received_at",
                "due_at",
                "waiting_since");
        tasks.copy("motcua.dossier", "t.id = c.template", dossier);
        tasks.execute("select setval(pg_get_serial_sequence('motcua.dossier', 'id'), 2000000000)");

        Map<String, String> event = new HashMap<>(Map.of("dossier_id", "c.dossier"));
        shift(event, "occurred_at", "recorded_at", "due_before", "due_after");
        tasks.copy("motcua.clock_event", "t.dossier_id = c.template", event);
        Map<String, String> span = new HashMap<>(Map.of("dossier_id", "c.dossier"));
        shift(span, "valid_from", "valid_to", "due_at");
        tasks.copy("motcua.clock_span", "t.dossier_id = c.template", span);
        tasks.copy(
                "motcua.dossier_flow",
                "t.dossier_id = c.template",
                Map.of(
                        "dossier_id", "c.dossier",
                        "process_instance_id", "left(t.process_instance_id, -8) || to_hex(c.i + 268435456)"));
        Map<String, String> fields = Map.of(
                "dossier_id", "c.dossier",
                "fields", "t.fields || jsonb_build_object('applicantName', c.applicant, 'phone', c.phone)");
        tasks.copy("motcua.dossier_fields", "t.dossier_id = c.template", fields);
        Map<String, String> item = new HashMap<>(Map.of(
                "task_id", "left(t.task_id, -8) || to_hex(c.i + 268435456)",
                "dossier_id", "c.dossier",
                "agency_id", "(select a.id from motcua.agency a where a.code = c.agency)",
                "assignee", "c.assignee",
                "due_at", "c.due",
                "channel", "1 + c.i % 3",
                "search", "motcua.searchable(c.code || ' ' || c.phone || ' ' || c.applicant)"));
        shift(item, "created_at", "dossier_due_at");
        tasks.copy("motcua.work_item", "t.task_id = c.task", item);
        tasks.execute("insert into motcua.store_fact values ('bench', 'filled')");
        tasks.execute("vacuum analyze");
    }

    private static void shift(Map<String, String> columns, String... moments) {
        for (String moment : moments) {
            columns.put(moment, DOSSIER_SHIFT.formatted(moment));
        }
    }

    /** Four dossiers done by their clerks as far as their tasks. */
    private static List<Template> templates(TestStore store, String agency) {
        List<Template> templates = new ArrayList<>();
        Map<String, Object> accept = Map.of("decision", "accept");
        Map<String, Object> forward = Map.of("decision", "forward", "opinion", "Hồ sơ hợp lệ");
        Map<String, Object> ask = Map.of("decision", "supplement", "opinion", "Thiếu", "reason", "Thiếu giấy tờ");
        templates.add(template(store, agency, 20, List.of()));
        templates.add(template(store, agency, 50, List.of(accept)));
        templates.add(template(store, agency, 20, List.of(accept, forward)));
        templates.add(template(store, agency, 10, List.of(accept, ask)));
        return templates;
    }

    private static Template template(TestStore store, String agency, int percent, List<Map<String, Object>> done) {
        String code = store.bean(DossierFlow.class).file(PROCEDURE, agency, form(), "Người nộp", null);
        long dossier = store.bean(Dossiers.class).get(code).id();
        WorkItems items = store.bean(WorkItems.class);
        for (Map<String, Object> fields : done) {
            WorkItem item = items.of(dossier).get(0);
            store.bean(EngineLogin.class)
                    .as(item.staffGroup() + "-" + agency.toLowerCase(java.util.Locale.ROOT), () -> {
                        store.bean(DossierFlow.class).complete(item.taskId(), fields);
                        return null;
                    });
        }
        WorkItem last = items.of(dossier).get(0);
        String instance = store.jdbc()
                .sql("select process_instance_id from motcua.dossier_flow where dossier_id = ?")
                .param(dossier)
                .query(String.class)
                .single();
        return new Template(dossier, instance, last.taskId(), last.staffGroup(), percent);
    }

    /** What an applicant fills in. */
    static Map<String, Object> form() {
        return new HashMap<>(Map.of(
                "procedure", PROCEDURE,
                "channel", "ONLINE",
                "applicantKind", "PERSON",
                "applicantName", "Nguyễn Văn Mẫu",
                "phone", "0912345678",
                "address", "Xã Bắc Sơn, tỉnh Lạng Sơn",
                "content", "Đề nghị giải quyết theo quy định"));
    }
}

package vn.motcua.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import vn.motcua.bench.ManyTasks.Template;

/**
 * The same tasks in an engine with default settings and authorizations on, so with the row per task and candidate that the
 * engine itself writes; the applicant is a variable.
 */
final class StockTasks implements AutoCloseable {

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    private StockTasks(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql("set statement_timeout = '60s'");
        pool = new HikariDataSource(config);
        StandaloneProcessEngineConfiguration settings = (StandaloneProcessEngineConfiguration)
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("stock-tasks");
        settings.setDataSource(pool);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("none");
        settings.setJobExecutorActivate(false);
        settings.setAuthorizationEnabled(true);
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setEnableCmdExceptionLogging(false);
        engine = settings.buildProcessEngine();
    }

    static StockTasks open(BenchServer server, long size, List<String> agencies) throws SQLException {
        String name = "tasks_stock_" + size;
        if (server.has(name)) {
            StockTasks made = new StockTasks(server.url(name));
            if (made.engine.getManagementService().getProperties().containsKey("bench")) {
                return made;
            }
            made.close();
        }
        StockTasks store = new StockTasks(server.fresh(name));
        store.fill(server.url(name), size, agencies);
        return store;
    }

    ProcessEngine engine() {
        return engine;
    }

    private void fill(String url, long size, List<String> agencies) throws SQLException {
        String model = """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn"
                  targetNamespace="b"><process id="p" isExecutable="true" c:historyTimeToLive="P3650D"><startEvent id="s"/>
                <sequenceFlow id="f" sourceRef="s" targetRef="t"/>
                <userTask id="t" name="T" c:candidateGroups="${group}"/></process></definitions>
                """;
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        deployment.addString("p.bpmn", model).deploy();
        List<Template> templates = new ArrayList<>();
        templates.add(template("counter", 20));
        templates.add(template("officer", 50));
        templates.add(template("leader", 20));
        templates.add(template("counter", 10));
        try (ManyTasks tasks = new ManyTasks(url)) {
            tasks.plan(size, agencies, templates);
            copy(tasks);
        }
    }

    private static void copy(ManyTasks tasks) throws SQLException {
        tasks.execute("update bench_copy set assignee = lower(assignee) where assignee is not null");
        Map<String, String> tenant = Map.of("tenant_id_", "c.agency");
        tasks.copy(
                "public.act_ru_execution",
                "t.proc_inst_id_ = c.instance",
                Map.of(
                        "business_key_",
                        "case when t.business_key_ is not null then c.code end",
                        "tenant_id_",
                        "c.agency"));
        tasks.copy(
                "public.act_ru_variable",
                "t.proc_inst_id_ = c.instance and t.name_ = 'applicant'",
                Map.of("text_", "c.applicant", "tenant_id_", "c.agency"));
        tasks.copy(
                "public.act_ru_task",
                "t.id_ = c.task",
                Map.of("due_date_", "c.due", "assignee_", "c.assignee", "tenant_id_", "c.agency"));
        tasks.copy("public.act_ru_identitylink", "t.task_id_ = c.task", tenant);
        tasks.copy(
                "public.act_ru_authorization",
                "t.resource_type_ = 7 and t.resource_id_ = c.task",
                Map.of("resource_id_", "left(t.resource_id_, -8) || to_hex(c.i + 268435456)"));
        tasks.execute("""
                insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)
                select 'u' || k.id_, 1, 1, k.assignee_, 7, k.id_, 6 from act_ru_task k where k.assignee_ is not null
                """);
        tasks.execute("insert into act_ge_property values ('bench', 'filled', 1)");
        tasks.execute("vacuum analyze");
    }

    private Template template(String group, int percent) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("p", "mẫu", Map.of("group", group, "applicant", "Nguyễn Văn Mẫu"))
                .getId();
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult();
        return new Template(0, instance, task.getId(), group, percent);
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}

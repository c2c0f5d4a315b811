package vn.motcua.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/**
 * Camunda 7.24 as commonly used: a standalone engine, full history, five variables, four user tasks, each queried,
 * claimed and completed by calls of their own.
 */
final class StockCamunda implements AutoCloseable {

    private final HikariDataSource pool;
    private final ProcessEngine engine;

    StockCamunda(String url, int threads) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername("postgres");
        config.setMaximumPoolSize(threads + 4);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        pool = new HikariDataSource(config);
        StandaloneProcessEngineConfiguration settings = (StandaloneProcessEngineConfiguration)
                ProcessEngineConfiguration.createStandaloneProcessEngineConfiguration();
        settings.setProcessEngineName("stock-" + System.identityHashCode(this));
        settings.setDataSource(pool);
        settings.setDatabaseSchemaUpdate("true");
        settings.setHistory("full");
        settings.setJobExecutorActivate(false);
        engine = settings.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("p.bpmn", model())
                .deploy();
    }

    private static String model() {
        StringBuilder model = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><definitions"
                + " xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\""
                + " xmlns:c=\"http://camunda.org/schema/1.0/bpmn\" targetNamespace=\"b\"><process id=\"p\""
                + " isExecutable=\"true\" c:historyTimeToLive=\"P3650D\"><startEvent id=\"s\"/>"
                + "<sequenceFlow id=\"f0\" sourceRef=\"s\" targetRef=\"t1\"/>");
        for (int i = 1; i <= 4; i++) {
            model.append("<userTask id=\"t%1$d\" name=\"T%1$d\" c:candidateGroups=\"g%1$d\" c:dueDate=\"${due}\"/>"
                            .formatted(i))
                    .append("<sequenceFlow id=\"f%1$d\" sourceRef=\"t%1$d\" targetRef=\"%2$s\"/>"
                            .formatted(i, i < 4 ? "t" + (i + 1) : "e"));
        }
        return model + "<endEvent id=\"e\"/></process></definitions>";
    }

    /** A dossier that stays open. */
    ProcessInstance start(int number) {
        return engine.getRuntimeService().startProcessInstanceByKey("p", "b" + number, variables(number));
    }

    /** A whole dossier from its start to its end. */
    void one(int number) {
        ProcessInstance instance = start(number);
        TaskService tasks = engine.getTaskService();
        for (int step = 0; step < 4; step++) {
            Task task =
                    tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
            tasks.claim(task.getId(), "u");
            tasks.complete(task.getId(), Map.of("note" + step, "ok"));
        }
    }

    private static Map<String, Object> variables(int number) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("due", new Date(System.currentTimeMillis() + 86_400_000L * 15));
        variables.put("code", "000.00.00.H37-190708-" + number);
        variables.put("procedure", "1.003868");
        variables.put("applicant", "Nguyen Van " + number);
        variables.put("org", "H37.12");
        return variables;
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}

package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is read of an instance before its task is completed is found by keys, however many others are open. */
class InstancePlansTest {

    private static Office office;

    @BeforeAll
    static void open() {
        office = Office.open();
    }

    @AfterAll
    static void close() {
        office.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"instanceOfTask", "partsOfInstance"})
    void an_instance_is_read_by_its_keys(String statement) {
        String sql = engine().getSqlSessionFactory()
                .getConfiguration()
                .getMappedStatement("vn.motcua.engine." + statement)
                .getBoundSql("")
                .getSql();
        new TransactionTemplate(office.store.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            office.store.jdbc().sql("set local enable_seqscan = off").update();
            for (String question : sql.split(";")) {
                assertThat(plan(question)).noneMatch(line -> line.contains("Seq Scan"));
            }
        });
    }

    private static List<String> plan(String question) {
        return office.store
                .jdbc()
                .sql("explain " + question.replace("?", "'any'"))
                .query(String.class)
                .list();
    }

    private static ProcessEngineConfigurationImpl engine() {
        return (ProcessEngineConfigurationImpl)
                office.store.bean(ProcessEngine.class).getProcessEngineConfiguration();
    }
}

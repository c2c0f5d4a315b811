package vn.motcua.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import vn.motcua.support.TestStore;
import vn.motcua.workflow.DossierFlow;

/** Rows that are read without MyBatis become what it would make of them. */
class EntityRowsTest {

    private static final String STATEMENT = "vn.motcua.engine.instanceOfTask";
    private static final List<Class<? extends DbEntity>> TYPES =
            List.of(ExecutionEntity.class, TaskEntity.class, VariableInstanceEntity.class);

    private static TestStore store;
    private static String task;

    @BeforeAll
    static void open() {
        store = TestStore.engine();
        store.importCatalogue();
        String code = store.bean(DossierFlow.class)
                .file(
                        "2.001740",
                        agency(),
                        Map.of(
                                "channel", "ONLINE",
                                "applicantKind", "PERSON",
                                "applicantName", "Nguyễn Văn Nam",
                                "phone", "0912345678",
                                "address", "Xã Bắc Sơn, tỉnh Lạng Sơn",
                                "content", "Đề nghị giải quyết theo quy định"),
                        "Người nộp",
                        null);
        ProcessEngine engine = store.bean(ProcessEngine.class);
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(code)
                .singleResult()
                .getId();
        engine.getTaskService().setPriority(task, 70);
        engine.getTaskService().setVariableLocal(task, "note", "ở bàn số 2");
    }

    private static String agency() {
        return store.jdbc()
                .sql("select min(code) from motcua.agency")
                .query(String.class)
                .single();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void a_row_becomes_the_same_entity(int result) {
        List<?> read = read(result, TYPES.get(result));
        try (SqlSession session = settings().getSqlSessionFactory().openSession()) {
            List<?> mapped = (List<?>) session.selectList(STATEMENT, task).get(result);
            assertThat(states(read)).isNotEmpty().isEqualTo(states(mapped));
        }
    }

    private static <T> List<T> read(int result, Class<T> type) {
        Configuration mappings = settings().getSqlSessionFactory().getConfiguration();
        MappedStatement statement = mappings.getMappedStatement(STATEMENT);
        EntityRows<T> rows =
                EntityRows.of(mappings, statement.getResultMaps().get(result).getId(), type);
        return store.bean(JdbcTemplate.class)
                .execute(statement.getBoundSql(task).getSql(), (PreparedStatementCallback<List<T>>)
                        asked -> answer(asked, result, rows));
    }

    private static <T> List<T> answer(PreparedStatement asked, int result, EntityRows<T> rows) throws SQLException {
        for (int parameter = 1; parameter <= TYPES.size(); parameter++) {
            asked.setString(parameter, task);
        }
        asked.execute();
        for (int skipped = 0; skipped < result; skipped++) {
            asked.getMoreResults();
        }
        return rows.read(asked.getResultSet());
    }

    private static List<Map<String, Object>> states(List<?> entities) {
        return entities.stream()
                .map(DbEntity.class::cast)
                .map(entity -> Map.of("id", entity.getId(), "state", entity.getPersistentState()))
                .toList();
    }

    private static ProcessEngineConfigurationImpl settings() {
        return (ProcessEngineConfigurationImpl) store.bean(ProcessEngine.class).getProcessEngineConfiguration();
    }
}

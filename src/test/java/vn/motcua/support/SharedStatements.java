package vn.motcua.support;

import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;

/**
 * The engine's statements, read from their XML by the first engine of the process and used by all: reading them is most of
 * what it takes to start one. Each engine goes on opening sessions on its own store.
 */
final class SharedStatements extends AbstractProcessEnginePlugin {

    private static volatile @Nullable Configuration statements;

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Configuration known = statements;
        if (known != null) {
            engine.setSqlSessionFactory(new Sessions(known, engine));
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        statements = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getSqlSessionFactory()
                .getConfiguration();
    }

    private static final class Sessions extends DefaultSqlSessionFactory {

        private final Configuration configuration;
        private final ProcessEngineConfigurationImpl engine;

        Sessions(Configuration configuration, ProcessEngineConfigurationImpl engine) {
            super(configuration);
            this.configuration = configuration;
            this.engine = engine;
        }

        @Override
        public SqlSession openSession() {
            Executor executor = configuration.newExecutor(
                    engine.getTransactionFactory().newTransaction(engine.getDataSource(), null, false),
                    configuration.getDefaultExecutorType());
            return new DefaultSqlSession(configuration, executor, false);
        }
    }
}

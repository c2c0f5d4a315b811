package vn.motcua.workflow.engine;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManagerFactory;

/** The engine words the message about a missing id for each row it inserts, field by field; here only where one is missing. */
final class QuietEntities extends DbEntityManager {

    private QuietEntities(IdGenerator ids, PersistenceSession session) {
        super(ids, session);
    }

    static DbEntityManagerFactory factory(IdGenerator ids) {
        return new DbEntityManagerFactory(ids) {
            @Override
            public DbEntityManager openSession() {
                return new QuietEntities(ids, Context.getCommandContext().getSession(PersistenceSession.class));
            }
        };
    }

    @Override
    protected void validateId(DbEntity entity) {
        if (entity.getId() == null || Authorization.ANY.equals(entity.getId())) {
            super.validateId(entity);
        }
    }
}

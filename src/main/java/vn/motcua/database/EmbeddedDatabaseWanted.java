package vn.motcua.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.util.StringUtils;

/** No database was named: a blank {@code spring.datasource.url} names none. */
class EmbeddedDatabaseWanted implements Condition {

    static final String URL = "spring.datasource.url";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return isIn(context.getEnvironment());
    }

    static boolean isIn(Environment environment) {
        return !StringUtils.hasText(environment.getProperty(URL));
    }

    static class Not extends EmbeddedDatabaseWanted {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !super.matches(context, metadata);
        }
    }
}

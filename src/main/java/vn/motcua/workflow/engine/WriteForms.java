package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.reflection.ParamNameResolver;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.DynamicSqlSource;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;

/**
 * The engine's statements as they were worked out before. MyBatis works out each statement anew for each row: puts its
 * text together, looks for the parameters in it, and for how each of them is read and set.
 */
final class WriteForms {

    private static final Field ROOT = Fields.of(DynamicSqlSource.class, "rootSqlNode");

    /** What every statement finds in its context: its parameter and the kind of database. */
    private static final int USUAL_BINDINGS = 2;

    /** As many as there are in use are a few dozen; lists of any length would be others without end. */
    private static final int MOST = 1_000;

    private static final String ALWAYS_THE_SAME = "";

    private record Key(MappedStatement statement, String text, Class<?> type) {}

    private final Configuration configuration;
    private final Map<String, MappedStatement> statements = new ConcurrentHashMap<>();
    private final Map<Key, WriteForm> forms = new ConcurrentHashMap<>();
    private final Map<List<WriteForm>, String> texts = new ConcurrentHashMap<>();

    WriteForms(Configuration configuration) {
        this.configuration = configuration;
    }

    /** @param given a list is known to the mapping as such by its name, as MyBatis has it */
    EngineWrite write(String id, Object given) {
        MappedStatement statement = statements.computeIfAbsent(id, configuration::getMappedStatement);
        Object parameter = ParamNameResolver.wrapToMapIfCollection(given, null);
        return statement.getSqlSource() instanceof DynamicSqlSource source
                ? composed(statement, source, parameter)
                : new EngineWrite(form(statement, ALWAYS_THE_SAME, parameter), parameter, null);
    }

    private EngineWrite composed(MappedStatement statement, DynamicSqlSource source, Object parameter) {
        DynamicContext context = new DynamicContext(configuration, parameter);
        ((SqlNode) Objects.requireNonNull(Fields.get(ROOT, source))).apply(context);
        BoundSql bound = context.getBindings().size() > USUAL_BINDINGS ? statement.getBoundSql(parameter) : null;
        return new EngineWrite(form(statement, context.getSql(), parameter), parameter, bound);
    }

    /** @param text before its parameters are looked for */
    private WriteForm form(MappedStatement statement, String text, Object parameter) {
        Key key = new Key(statement, text, parameter.getClass());
        WriteForm known = forms.get(key);
        if (known != null) {
            return known;
        }
        WriteForm form = WriteForm.of(statement, statement.getBoundSql(parameter), parameter);
        if (forms.size() < MOST) {
            forms.put(key, form);
        }
        return form;
    }

    /** The texts of several writes as one. */
    String text(List<EngineWrite> writes) {
        List<WriteForm> all = writes.stream().map(EngineWrite::form).toList();
        String known = texts.get(all);
        if (known != null) {
            return known;
        }
        String text = all.stream().map(WriteForm::sql).collect(Collectors.joining(";\n"));
        if (texts.size() < MOST) {
            texts.put(all, text);
        }
        return text;
    }
}

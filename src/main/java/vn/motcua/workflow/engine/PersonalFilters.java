package vn.motcua.workflow.engine;

import java.lang.reflect.Field;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.jspecify.annotations.Nullable;
import vn.motcua.worklist.TaskCards;

/**
 * Filters whose tasks depend on who looks and when. The engine would have expressions for that, which are closed; these
 * name in a property what they show, and every query for them is narrowed to it.
 */
public final class PersonalFilters extends CommandInterceptor {

    /** The property of a filter that says which of these it is. */
    public static final String SHOWS = "motcuaShows";

    /** The tasks that the person has taken. */
    public static final String MINE = "mine";

    /** The tasks of the person's group that are overdue, or whose dossier is, as on the desk. */
    public static final String OVERDUE = "overdue";

    /** Nobody reads further down a list of what is overdue; the rest follows as these get done. */
    private static final int MOST = 1000;

    private static final String NOBODY = "-";
    private static final Field FILTER = Fields.of(AbstractExecuteFilterCmd.class, "filterId");
    private static final Field EXTENSION = Fields.of(AbstractExecuteFilterCmd.class, "extendingQuery");

    private final TaskCards cards;

    PersonalFilters(TaskCards cards) {
        this.cards = cards;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractExecuteFilterCmd) {
            narrow(command);
        }
        return next.execute(command);
    }

    private void narrow(Object command) {
        Object shows = shows(Fields.get(FILTER, command));
        if (MINE.equals(shows) || OVERDUE.equals(shows)) {
            TaskQueryImpl query =
                    Fields.get(EXTENSION, command) instanceof TaskQueryImpl asked ? asked : new TaskQueryImpl();
            Viewer viewer = Viewer.now();
            if (MINE.equals(shows)) {
                query.taskAssignee(viewer.username() == null ? NOBODY : viewer.username());
            } else {
                query.taskIdIn(overdue(viewer));
            }
            Fields.set(EXTENSION, command, query);
        }
    }

    private String[] overdue(Viewer viewer) {
        List<String> tasks = cards.overdue(viewer.groups(), viewer.agencies(), MOST);
        return tasks.isEmpty() ? new String[] {NOBODY} : tasks.toArray(String[]::new);
    }

    /** Whether the person may read the filter is asked when it is executed. */
    private static @Nullable Object shows(@Nullable Object id) {
        FilterEntity filter = id == null
                ? null
                : Context.getCommandContext().getDbEntityManager().selectById(FilterEntity.class, String.valueOf(id));
        return filter == null || filter.getProperties() == null
                ? null
                : filter.getProperties().get(SHOWS);
    }
}

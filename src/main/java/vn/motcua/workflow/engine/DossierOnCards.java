package vn.motcua.workflow.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.VariableInstanceQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;
import vn.motcua.page.DeadlineWords;
import vn.motcua.page.DeadlineWords.Told;
import vn.motcua.worklist.TaskCard;
import vn.motcua.worklist.TaskCards;

/**
 * Tasklist asks for the variables that a filter names, all tasks of a page at once. Those that tell of the dossier are
 * answered from the worklist, for the tasks that the person's agencies have; the engine stores none of them.
 */
final class DossierOnCards extends CommandInterceptor {

    private static final Set<String> OURS =
            Set.of(DossierVariables.CODE, DossierVariables.APPLICANT, DossierVariables.DEADLINE);
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final TaskCards cards;
    private final DeadlineWords words;

    DossierOnCards(TaskCards cards, DeadlineWords words) {
        this.cards = cards;
        this.words = words;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T execute(Command<T> command) {
        T result = next.execute(command);
        if (command instanceof VariableInstanceQueryImpl query
                && result instanceof List<?> found
                && query.getVariableNames() != null
                && query.getVariableScopeIds() != null
                && Arrays.stream(query.getVariableNames()).anyMatch(OURS::contains)) {
            List<VariableInstance> all = new ArrayList<>((List<VariableInstance>) found);
            all.addAll(told(Set.of(query.getVariableNames()), List.of(query.getVariableScopeIds())));
            return (T) all;
        }
        return result;
    }

    private List<VariableInstance> told(Set<String> names, List<String> scopes) {
        LocaleContext before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(VIETNAMESE);
        try {
            return cards.of(scopes, Viewer.now().agencies()).stream()
                    .flatMap(card -> values(card).entrySet().stream()
                            .filter(value -> names.contains(value.getKey()))
                            .map(value -> variable(card.taskId(), value.getKey(), value.getValue())))
                    .toList();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }

    private Map<String, String> values(TaskCard card) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put(DossierVariables.CODE, card.dossierCode());
        values.put(DossierVariables.APPLICANT, card.applicant());
        values.put(DossierVariables.DEADLINE, deadline(card));
        return values;
    }

    private String deadline(TaskCard card) {
        if (card.resolved()) {
            return "đã có kết quả";
        }
        Told told = words.of(card.agencyId(), card.due(), card.waitingSince());
        return told.date() == null ? told.words() : told.words() + " (" + told.date() + ")";
    }

    private static VariableInstance variable(String task, String name, String value) {
        VariableInstanceEntity variable = VariableInstanceEntity.create(name, Variables.stringValue(value, true), true);
        variable.setTaskId(task);
        variable.setVariableScopeId(task);
        return variable;
    }
}

package vn.motcua.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.forms.Drafts;
import vn.motcua.people.SignedIn;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.EngineLogin;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/** Does what a page of the desk asks for, as the person at hand: dossier, ledger, engine and draft in one transaction. */
@Component
@ConditionalOnWebApplication
class TaskWork {

    private static final Map<EventKind, String> PRINTS = new EnumMap<>(Map.of(
            EventKind.ACCEPTED, "receipt",
            EventKind.SUPPLEMENT_RECEIVED, "receipt",
            EventKind.SUPPLEMENT_ASKED, "supplement-request",
            EventKind.NOT_ACCEPTED, "refusal",
            EventKind.REFUSED, "refusal",
            EventKind.REAPPOINTED, "apology",
            EventKind.EXTENDED, "extension",
            EventKind.STOPPED, "stop-notice",
            EventKind.WITHDRAWN, "stop-notice"));

    private final DossierFlow flow;
    private final EngineLogin login;
    private final Dossiers dossiers;
    private final WorkItems items;
    private final StaffNames names;
    private final Drafts drafts;

    TaskWork(DossierFlow flow, EngineLogin login, Dossiers dossiers, WorkItems items, StaffNames names, Drafts drafts) {
        this.flow = flow;
        this.login = login;
        this.dossiers = dossiers;
        this.items = items;
        this.names = names;
        this.drafts = drafts;
    }

    static String draftKey(String taskId) {
        return "task:" + taskId;
    }

    /** Whether the task is one of the person's group; others may look at it at most. */
    static boolean mayAct(SignedIn who, WorkItem item) {
        return who.group().code().equals(item.staffGroup());
    }

    static void checkMayAct(SignedIn who, WorkItem item) {
        if (!mayAct(who, item)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** @param seen who had the task when the person opened it; whoever knew that may go on, as everywhere in the group */
    @Transactional
    public TaskDone complete(SignedIn who, WorkItem item, Map<String, Object> fields, @Nullable String seen) {
        Dossier dossier = dossiers.lock(dossiers.get(item.dossierId()).code());
        checkHolder(who, item.taskId(), seen);
        return done(dossier, item.name(), () -> {
            login.as(who.username(), () -> {
                flow.complete(item.taskId(), fields);
                return item;
            });
            drafts.discard(who.username(), draftKey(item.taskId()));
        });
    }

    /** Does something to a dossier beside its tasks. */
    @Transactional
    public TaskDone act(String code, String what, Runnable act) {
        return done(dossiers.lock(code), what, act);
    }

    private TaskDone done(Dossier dossier, String what, Runnable act) {
        int before = events(dossier).size();
        act.run();
        List<ClockEvent> after = events(dossiers.get(dossier.code()));
        List<String> prints = after.stream()
                .skip(before)
                .map(event -> PRINTS.get(event.kind()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new TaskDone(dossier.code(), what, prints);
    }

    private List<ClockEvent> events(Dossier dossier) {
        return dossiers.ledger(dossier).events();
    }

    private void checkHolder(SignedIn who, String taskId, @Nullable String seen) {
        items.find(taskId)
                .map(WorkItem::assignee)
                .filter(holder -> !holder.equals(who.username()) && !holder.equals(seen))
                .ifPresent(holder -> {
                    throw new TakenByAnother(names.of(holder));
                });
    }
}

package vn.motcua.desk;

import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;
import vn.motcua.worklist.WorklistScope;

/**
 * What of the dossiers and tasks somebody may open. What is not for them is answered like what does not exist, so nobody
 * learns by guessing which codes there are.
 */
@Component
class Access {

    private static final String SENT_TO = """
            select exists (select 1 from motcua.work_item where dossier_id = :dossier and agency_id = any (:agencies))
                or exists (select 1 from motcua.submission where dossier_id = :dossier and agency_id = any (:agencies)
                    and staff_group is not null)
            """;

    private final Scopes scopes;
    private final Dossiers dossiers;
    private final WorkItems items;
    private final JdbcClient jdbc;

    Access(Scopes scopes, Dossiers dossiers, WorkItems items, JdbcClient jdbc) {
        this.scopes = scopes;
        this.dossiers = dossiers;
        this.items = items;
        this.jdbc = jdbc;
    }

    /** A dossier that an agency of the person's subtree handles, or has or had a step of. */
    Dossier dossier(SignedIn who, String code) {
        Dossier dossier = dossiers.find(code).orElseThrow(Access::notFound);
        if (!isFor(who, dossier)) {
            throw notFound();
        }
        return dossier;
    }

    /** An open task of the person's group and subtree; managers and administrators may look at those of all groups. */
    WorkItem task(SignedIn who, String taskId) {
        return task(scopes.of(who, Whose.GROUP), taskId);
    }

    /** An open task of the person's subtree that the person may give to somebody: of the own group, for leaders of any. */
    WorkItem assignable(SignedIn who, String taskId) {
        if (!Colleagues.works(who)) {
            throw notFound();
        }
        WorklistScope scope = scopes.of(who, who.group() == StaffGroup.LEADER ? Whose.AGENCY : Whose.GROUP);
        return task(scope, taskId);
    }

    private boolean isFor(SignedIn who, Dossier dossier) {
        Set<Integer> agencies = scopes.of(who, false).agencies();
        return agencies.contains(dossier.agencyId())
                || jdbc.sql(SENT_TO)
                        .param("dossier", dossier.id())
                        .param("agencies", agencies.toArray(Integer[]::new))
                        .query(Boolean.class)
                        .single();
    }

    private WorkItem task(WorklistScope scope, String taskId) {
        return items.find(taskId)
                .filter(item -> scope.agencies().contains(item.agencyId())
                        && scope.staffGroups().contains(item.staffGroup()))
                .orElseThrow(Access::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

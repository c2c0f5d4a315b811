package vn.motcua.workflow;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;
import vn.motcua.workflow.identity.Directory;
import vn.motcua.workflow.identity.Person;

/** Lets our own pages call the engine as the person at hand, with the groups and agencies that the person has now. */
@EngineRoom
public class EngineLogin {

    private final IdentityService identity;
    private final Directory directory;

    EngineLogin(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    /** Does something as a person; whoever was logged in on this thread before, mostly nobody, is so again after. */
    public <T> T as(String username, Supplier<T> act) {
        Person person = directory
                .find(username)
                .orElseThrow(() -> new Refusal(
                        "Tài khoản %s không có hoặc đã bị khóa; hãy hỏi quản trị viên".formatted(username)));
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(person.username(), person.groups(), person.agencies());
        try {
            return act.get();
        } finally {
            restore(before);
        }
    }

    private void restore(@Nullable Authentication before) {
        if (before == null) {
            identity.clearAuthentication();
        } else {
            identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
        }
    }
}

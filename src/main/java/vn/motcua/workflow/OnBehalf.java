package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffMember;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.engine.EngineRoom;

/** Lets our own pages act in the engine as the person who is logged in, with that person's rights and no others. */
@EngineRoom
public class OnBehalf {

    private final IdentityService identity;
    private final Staff staff;
    private final Clock clock;

    OnBehalf(IdentityService identity, Staff staff, Clock clock) {
        this.identity = identity;
        this.staff = staff;
        this.clock = clock;
    }

    public <T> T of(String username, Supplier<T> act) {
        StaffMember member = staff.find(username)
                .filter(StaffMember::enabled)
                .orElseThrow(() -> new Refusal("Không có tài khoản %s đang hoạt động".formatted(username)));
        identity.setAuthentication(
                username,
                List.of(member.group().code()),
                List.copyOf(staff.agenciesServed(member, LocalDate.now(clock))));
        try {
            return act.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}

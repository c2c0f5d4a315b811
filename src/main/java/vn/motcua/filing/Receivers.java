package vn.motcua.filing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffGroup;
import vn.motcua.people.StaffMember;
import vn.motcua.refusal.Refusal;

/**
 * Which agencies take a procedure's dossiers online: those that offer it, or all of its level where none is
 * named, as far as they have somebody at the counter.
 */
@Component
class Receivers {

    private final Agencies agencies;
    private final ProcedureAgencies named;
    private final Staff staff;
    private final Clock clock;

    Receivers(Agencies agencies, ProcedureAgencies named, Staff staff, Clock clock) {
        this.agencies = agencies;
        this.named = named;
        this.staff = staff;
        this.clock = clock;
    }

    /** By name; empty where the procedure is not offered online. */
    List<Agency> of(ProcedureDefinition procedure) {
        if (!procedure.isOnline()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        Set<Integer> withCounter = staff.inGroup(StaffGroup.COUNTER).stream()
                .filter(StaffMember::enabled)
                .map(StaffMember::agencyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        List<Agency> offering = named.of(procedure.code(), today);
        return (offering.isEmpty() ? agencies.all() : offering)
                .stream()
                        .filter(agency -> agency.level() == procedure.agencyLevel()
                                && agency.isOpenOn(today)
                                && withCounter.contains(agency.id()))
                        .toList();
    }

    /** @throws Refusal where the agency does not take the procedure online */
    void check(ProcedureDefinition procedure, int agency) {
        if (of(procedure).stream().noneMatch(one -> one.id() == agency)) {
            throw new Refusal(
                    "Đơn vị này không nhận thủ tục %s trực tuyến; hãy chọn đơn vị khác".formatted(procedure.code()));
        }
    }
}

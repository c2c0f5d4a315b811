package vn.motcua.dossier;

import java.time.LocalDateTime;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.catalogue.ProcedureVersion;

/** What a dossier's clock goes by besides its ledger: the version's rules, the agency's hours, the calendar. */
public record ClockTerms(
        TimeLimit limit,
        ClockPolicy policy,
        boolean paymentStopsClock,
        TimeLimit acceptanceLimit,
        OfficeHours officeHours,
        CalendarHistory calendars) {

    public static ClockTerms of(ProcedureVersion version, Agency agency, CalendarHistory calendars) {
        return new ClockTerms(
                version.definition().limit(),
                version.definition().clockPolicy(),
                version.definition().paymentStopsClock(),
                new TimeLimit(version.definition().acceptanceHours(), LimitUnit.WORKING_HOURS),
                agency.officeHours(),
                calendars);
    }

    /** The agency's working time by the calendar as it was known at the moment. */
    WorkingTime workingTimeKnownAt(LocalDateTime moment) {
        return new WorkingTime(calendars.knownAt(moment), officeHours);
    }
}

package vn.motcua.workflow.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Allowance;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Calendars;

/**
 * What an ISO duration means in a model: working time. On a task it is that of the agency which has the task (its
 * tenant); elsewhere, as on a timer, nobody knows the agency and the usual office hours stand in. A date is a date.
 */
final class OfficeTime implements BusinessCalendar {

    private final Calendars calendars;
    private final Agencies agencies;
    private final Clock clock;
    private final BusinessCalendar plain = new DueDateBusinessCalendar();

    OfficeTime(Calendars calendars, Agencies agencies, Clock clock) {
        this.calendars = calendars;
        this.agencies = agencies;
        this.clock = clock;
    }

    @Override
    public Date resolveDuedate(String text, Task task) {
        String tenant = task.getTenantId();
        OfficeHours hours = tenant == null
                ? OfficeHours.DEFAULT
                : agencies.find(tenant).map(Agency::officeHours).orElse(OfficeHours.DEFAULT);
        return resolve(text, LocalDateTime.now(clock), hours);
    }

    @Override
    public Date resolveDuedate(String text) {
        return resolve(text, LocalDateTime.now(clock), OfficeHours.DEFAULT);
    }

    @Override
    public Date resolveDuedate(String text, @Nullable Date start) {
        return resolve(text, start == null ? LocalDateTime.now(clock) : Dates.moment(start), OfficeHours.DEFAULT);
    }

    private Date resolve(String text, LocalDateTime start, OfficeHours hours) {
        return text.startsWith("P")
                ? Dates.of(Allowance.parse(text)
                        .from(
                                start,
                                List.of(),
                                new WorkingTime(calendars.history().latest(), hours))
                        .lastInstant())
                : plain.resolveDuedate(text);
    }
}

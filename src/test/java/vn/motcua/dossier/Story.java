package vn.motcua.dossier;

import static vn.motcua.calendar.When.at;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.calendar.OfficeHours;
import vn.motcua.calendar.PublishedDays;
import vn.motcua.calendar.TimeLimit;
import vn.motcua.catalogue.ClockPolicy;

/** A dossier told event by event; moments are written as in {@link vn.motcua.calendar.When}. */
record Story(ClockTerms terms, List<ClockEvent> events) {

    static final CalendarHistory SHIPPED = CalendarHistory.always(PublishedDays.CALENDAR);
    private static final TimeLimit EIGHT_HOURS = new TimeLimit(8, LimitUnit.WORKING_HOURS);

    /** A procedure without the fact that payment stops the clock. */
    static Story of(int limit, LimitUnit unit, ClockPolicy policy) {
        return new Story(terms(limit, unit, policy, false, SHIPPED), List.of());
    }

    static ClockTerms terms(
            int limit, LimitUnit unit, ClockPolicy policy, boolean paymentStopsClock, CalendarHistory calendars) {
        return new ClockTerms(
                new TimeLimit(limit, unit), policy, paymentStopsClock, EIGHT_HOURS, OfficeHours.DEFAULT, calendars);
    }

    Story wherePaymentStopsTheClock() {
        return new Story(
                new ClockTerms(
                        terms.limit(),
                        terms.policy(),
                        true,
                        terms.acceptanceLimit(),
                        terms.officeHours(),
                        terms.calendars()),
                events);
    }

    Story by(CalendarHistory calendars) {
        return new Story(
                new ClockTerms(
                        terms.limit(),
                        terms.policy(),
                        terms.paymentStopsClock(),
                        terms.acceptanceLimit(),
                        terms.officeHours(),
                        calendars),
                events);
    }

    /** The event, entered when it occurred. */
    Story then(EventKind kind, String moment) {
        return enteredLater(kind, moment, moment);
    }

    Story enteredLater(EventKind kind, String moment, String entered) {
        return then(ClockEvent.of(kind, at(moment), at(entered), "test"));
    }

    Story then(ClockEvent event) {
        List<ClockEvent> more = new ArrayList<>(events);
        more.add(event);
        return new Story(terms, List.copyOf(more));
    }

    Story accepted(String moment) {
        return then(EventKind.ACCEPTED, moment);
    }

    Story asked(String moment) {
        return then(EventKind.SUPPLEMENT_ASKED, moment);
    }

    Story supplemented(String moment) {
        return then(EventKind.SUPPLEMENT_RECEIVED, moment);
    }

    Story resolved(String moment) {
        return then(EventKind.RESOLVED, moment);
    }

    Ledger ledger() {
        return Ledger.of(events, terms);
    }

    Optional<ClockReading> readingAt(LocalDateTime moment) {
        return ledger().asOf(moment);
    }

    /** What the clock said at a moment at which the dossier was received. */
    ClockReading asOf(String moment) {
        return readingAt(at(moment)).orElseThrow();
    }

    /** The due date as people write it at the end of all that happened. */
    ClockReading atLast() {
        return readingAt(events.get(events.size() - 1).occurredAt()).orElseThrow();
    }

    Deadline due() {
        return atLast().due();
    }
}

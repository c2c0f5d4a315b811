package vn.motcua.sla;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What of the dossiers of a period is counted: a condition, so that a number and the list behind it are the same
 * dossiers. The first eleven are the columns 3 to 13 of II.06a.
 */
public enum Measure {
    RECEIVED(Reach.RECEIVED, "true"),
    ONLINE(Reach.RECEIVED, "received_at >= :from and channel = 2"),
    /** Received in the period in person or by post. */
    OTHER(Reach.RECEIVED, "received_at >= :from and channel <> 2"),
    CARRIED_OVER(Reach.RECEIVED, "received_at < :from"),
    RESOLVED(Reach.RESOLVED, "true"),
    EARLY(Reach.RESOLVED, "timeliness = 'EARLY'"),
    ON_TIME(Reach.RESOLVED, "timeliness = 'ON_TIME'"),
    LATE(Reach.RESOLVED, "timeliness = 'LATE'"),
    OPEN(Reach.OPEN, "true"),
    /** Open and not overdue; what waits is among them. */
    WITHIN_LIMIT(Reach.OPEN, "not overdue"),
    OVERDUE(Reach.OPEN, "overdue"),
    /** Open, and the clock stands for the applicant. */
    WAITING(Reach.OPEN, "waiting"),
    /** Open, not waiting, not overdue, and due on the day of judgement. */
    DUE_TODAY(Reach.OPEN, "not waiting and not overdue and due_at::date = cast(:judged as date)"),
    /** Open, not waiting, not overdue, but with less time left than dossiers at its step usually still need. */
    AT_RISK(Reach.OPEN, "id in (select dossier_id from motcua.at_risk_at(:judged))"),
    GRANTED(Reach.RESOLVED, "outcome = 'GRANTED'"),
    /** Refused after appraisal. */
    REFUSED(Reach.RESOLVED, "outcome = 'REFUSED'"),
    WITHDRAWN(Reach.RESOLVED, "outcome = 'WITHDRAWN'"),
    STOPPED(Reach.RESOLVED, "outcome = 'STOPPED'"),
    /** Refused at intake: never received, so in no other figure. */
    NOT_ACCEPTED(Reach.NOT_ACCEPTED, "true"),
    /** Received in the period itself, on whatever channel: what {@link #ONLINE} and {@link #OTHER} add up to. */
    NEW(Reach.RECEIVED, "received_at >= :from"),
    /** Resolved, and at risk at some time before. */
    WARNED(Reach.RESOLVED, "exists (select 1 from motcua.risk_stretch r where r.dossier_id = seen.id)"),
    /** Of those, what became late. */
    WARNED_LATE(Reach.RESOLVED, "timeliness = 'LATE' and " + WARNED.sql),
    /**
     * Resolved late or overdue now, of what could be forecast: known before it was due, and due since there are
     * forecasts.
     */
    BECAME_LATE(Reach.LATE, """
            (timeliness = 'LATE' or overdue) and recorded_at <= due_at
            and due_at >= (select value::timestamp from motcua.store_fact where name = 'risk-since')"""),
    /** Of those, what was at risk of missing that due date a working day before it or earlier. */
    FORESEEN(Reach.LATE, BECAME_LATE.sql + """
             and exists (
                select 1 from motcua.risk_stretch r
                where r.dossier_id = seen.id and r.due_at = seen.due_at and r.at_from <= r.day_before)""");

    /** The columns 3 to 13 in order. */
    public static final List<Measure> STATUTORY =
            List.of(RECEIVED, ONLINE, OTHER, CARRIED_OVER, RESOLVED, EARLY, ON_TIME, LATE, OPEN, WITHIN_LIMIT, OVERDUE);

    /** Which dossiers are looked at at all, and by which of their moments they are listed. */
    enum Reach {
        /** In the report of the period: received by the moment of judgement and not resolved before the period. */
        RECEIVED(
                "d.received_at <= :judged and (d.resolved_at is null or d.resolved_at >= :from or d.resolved_at > :judged)",
                "received_at",
                false,
                false),
        RESOLVED(
                "d.received_at <= :judged and d.resolved_at between :from and :judged and d.received_at is not null",
                "resolved_at",
                false,
                false),
        /** Without an outcome is what the index of open dossiers holds. */
        OPEN("d.received_at <= :judged and (d.outcome is null or d.resolved_at > :judged)", "due_at", true, true),
        /** Resolved late in the period, or open. */
        LATE(
                "d.received_at <= :judged and (d.outcome is null or d.resolved_at > :judged"
                        + " or d.timeliness = 'LATE' and d.resolved_at >= :from)",
                "due_at",
                false,
                true),
        NOT_ACCEPTED(
                "d.outcome = 'NOT_ACCEPTED' and d.received_at is null and d.answered_at between :from and :judged",
                "answered_at",
                false,
                false);

        final String sql;
        final String order;
        final boolean soonestFirst;
        /** Whether the clock at the moment of judgement is asked for. */
        final boolean clock;

        Reach(String sql, String order, boolean soonestFirst, boolean clock) {
            this.sql = sql;
            this.order = order;
            this.soonestFirst = soonestFirst;
            this.clock = clock;
        }

        Set<Measure> of(Collection<Measure> asked) {
            Set<Measure> found = EnumSet.noneOf(Measure.class);
            asked.stream().filter(measure -> measure.reach == this).forEach(found::add);
            return found;
        }
    }

    private final Reach reach;
    private final String sql;

    Measure(Reach reach, String sql) {
        this.reach = reach;
        this.sql = sql;
    }

    Reach reach() {
        return reach;
    }

    String sql() {
        return sql;
    }
}

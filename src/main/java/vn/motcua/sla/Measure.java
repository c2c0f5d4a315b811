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
    /** Not foreseen to be in time, though not overdue yet. */
    AT_RISK(Reach.OPEN, "false"),
    GRANTED(Reach.RESOLVED, "outcome = 'GRANTED'"),
    /** Refused after appraisal. */
    REFUSED(Reach.RESOLVED, "outcome = 'REFUSED'"),
    WITHDRAWN(Reach.RESOLVED, "outcome = 'WITHDRAWN'"),
    STOPPED(Reach.RESOLVED, "outcome = 'STOPPED'"),
    /** Refused at intake: never received, so in no other figure. */
    NOT_ACCEPTED(Reach.NOT_ACCEPTED, "true"),
    /** Received in the period itself, on whatever channel: what {@link #ONLINE} and {@link #OTHER} add up to. */
    NEW(Reach.RECEIVED, "received_at >= :from");

    /** The columns 3 to 13 in order. */
    public static final List<Measure> STATUTORY =
            List.of(RECEIVED, ONLINE, OTHER, CARRIED_OVER, RESOLVED, EARLY, ON_TIME, LATE, OPEN, WITHIN_LIMIT, OVERDUE);

    /** Which dossiers are looked at at all, and by which of their moments they are listed. */
    enum Reach {
        /** In the report of the period: received by the moment of judgement and not resolved before the period. */
        RECEIVED(
                "d.received_at <= :judged and (d.resolved_at is null or d.resolved_at >= :from or d.resolved_at > :judged)",
                "received_at",
                false),
        RESOLVED(
                "d.received_at <= :judged and d.resolved_at between :from and :judged and d.received_at is not null",
                "resolved_at",
                false),
        /** Without an outcome is what the index of open dossiers holds. */
        OPEN("d.received_at <= :judged and (d.outcome is null or d.resolved_at > :judged)", "due_at", true),
        NOT_ACCEPTED(
                "d.outcome = 'NOT_ACCEPTED' and d.received_at is null and d.answered_at between :from and :judged",
                "answered_at",
                false);

        final String sql;
        final String order;
        final boolean soonestFirst;

        Reach(String sql, String order, boolean soonestFirst) {
            this.sql = sql;
            this.order = order;
            this.soonestFirst = soonestFirst;
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

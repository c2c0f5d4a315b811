package vn.motcua.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When an agency is open on a working day.
 *
 * @param sessions in order, not overlapping, at least one
 * @param cutOff the time after which a receipt belongs to the next working day, where the agency has one earlier than
 *     its closing (15:00 in some provinces)
 */
public record OfficeHours(List<Session> sessions, @Nullable LocalTime cutOff) {

    /** The usual hours, 07:00–11:30 and 13:30–17:00: eight hours are one working day. */
    public static final OfficeHours DEFAULT = parse("07:00-11:30,13:30-17:00", null);

    /** One stretch of office time, from its start (included) to its end (excluded). */
    public record Session(LocalTime start, LocalTime end) {
        public Session {
            if (!start.isBefore(end)) {
                throw new IllegalArgumentException(
                        "Buổi làm việc phải bắt đầu trước khi kết thúc: " + start + "-" + end);
            }
        }
    }

    public OfficeHours {
        sessions = List.copyOf(sessions);
        if (sessions.isEmpty()) {
            throw new IllegalArgumentException("Giờ làm việc cần ít nhất một buổi");
        }
        for (int i = 1; i < sessions.size(); i++) {
            if (sessions.get(i).start().isBefore(sessions.get(i - 1).end())) {
                throw new IllegalArgumentException("Các buổi làm việc phải theo thứ tự và không chồng nhau");
            }
        }
    }

    /** Reads "07:00-11:30,13:30-17:00"; throws IllegalArgumentException with a Vietnamese message otherwise. */
    public static OfficeHours parse(String sessions, @Nullable LocalTime cutOff) {
        try {
            List<Session> parsed = new ArrayList<>();
            Arrays.stream(sessions.split(","))
                    .map(text -> text.strip().split("-", 2))
                    .forEach(ends ->
                            parsed.add(new Session(LocalTime.parse(ends[0]), LocalTime.parse(ends[ends.length - 1]))));
            return new OfficeHours(parsed, cutOff);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Giờ làm việc phải có dạng 07:00-11:30,13:30-17:00: " + sessions, e);
        }
    }

    /** The last moment, included, at which a receipt still counts for the same day (domain rule 2). */
    public LocalTime closing() {
        LocalTime end = end();
        return cutOff != null && cutOff.isBefore(end) ? cutOff : end;
    }

    /** The end of the last session, whatever the cut-off. */
    public LocalTime end() {
        return sessions.get(sessions.size() - 1).end();
    }

    /** Office time from a time of day to the end of the day. */
    Duration after(LocalTime time) {
        Duration left = Duration.ZERO;
        for (Session session : sessions) {
            LocalTime from = session.start().isAfter(time) ? session.start() : time;
            if (from.isBefore(session.end())) {
                left = left.plus(Duration.between(from, session.end()));
            }
        }
        return left;
    }

    /** Office time of a whole working day. */
    public Duration perDay() {
        return after(LocalTime.MIN);
    }

    /** The earliest time of day at which that much office time has run since the given time; it must fit in the day. */
    LocalTime plus(LocalTime time, Duration amount) {
        Duration left = amount;
        for (Session session : sessions) {
            LocalTime from = session.start().isAfter(time) ? session.start() : time;
            if (!from.isBefore(session.end())) {
                continue;
            }
            Duration available = Duration.between(from, session.end());
            if (left.compareTo(available) <= 0) {
                return from.plus(left);
            }
            left = left.minus(available);
        }
        throw new IllegalArgumentException("More office time than the day has left: " + amount);
    }

    /** The last time of day from which that much office time is still to run until the given time; it must fit. */
    LocalTime minus(LocalTime time, Duration amount) {
        Duration left = amount;
        for (int i = sessions.size() - 1; i >= 0; i--) {
            Session session = sessions.get(i);
            LocalTime to = session.end().isBefore(time) ? session.end() : time;
            if (!session.start().isBefore(to)) {
                continue;
            }
            Duration available = Duration.between(session.start(), to);
            if (left.compareTo(available) <= 0) {
                return to.minus(left);
            }
            left = left.minus(available);
        }
        throw new IllegalArgumentException("More office time than the day has had: " + amount);
    }
}

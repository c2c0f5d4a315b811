package vn.motcua.page;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Calendars;

/**
 * Deadlines as people are told them, everywhere the same way: what is left in working days and hours of the agency, by
 * how many working days it is past, or since when the clock stands. In the language of the request.
 */
@Component
public class DeadlineWords {

    private static final DateTimeFormatter DAY_AND_MONTH = DateTimeFormatter.ofPattern("dd/MM");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("EEE dd/MM/uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter ENGLISH_MOMENT =
            DateTimeFormatter.ofPattern("HH:mm EEE dd/MM/uuuu", Locale.ENGLISH);
    private static final int SOON = 2;

    /** As the engine keeps it, which knows milliseconds only. */
    private static final LocalTime END_OF_DAY = Deadline.END_OF_DAY.truncatedTo(ChronoUnit.MILLIS);

    /**
     * @param words such as "còn 2 ngày 3 giờ làm việc"
     * @param date the deadline itself, null where there is none
     */
    public record Told(
            Urgency urgency, String words, @Nullable String date) {}

    private final Calendars calendars;
    private final Agencies agencies;
    private final MessageSource messages;
    private final Clock clock;

    DeadlineWords(Calendars calendars, Agencies agencies, MessageSource messages, Clock clock) {
        this.calendars = calendars;
        this.agencies = agencies;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param agencyId whose office hours count
     * @param due the last instant in time; the end of a day for a limit in days. Null for none
     * @param waitingSince since when the clock stands, null while it runs
     */
    public Told of(int agencyId, @Nullable LocalDateTime due, @Nullable LocalDateTime waitingSince) {
        if (waitingSince != null) {
            return new Told(
                    Urgency.WAITING,
                    say("deadline.waiting", DAY_AND_MONTH.format(waitingSince)),
                    due == null ? null : date(due));
        }
        if (due == null) {
            return new Told(Urgency.NONE, say("deadline.none"), null);
        }
        LocalDateTime now = LocalDateTime.now(clock);
        WorkingTime time = new WorkingTime(
                calendars.history().latest(), agencies.get(agencyId).officeHours());
        return due.isBefore(now)
                ? new Told(Urgency.OVERDUE, overdue(due, now, time), date(due))
                : new Told(urgency(due, now, time), left(due, now, time), date(due));
    }

    /** Of a dossier whose clock is over: its date is history. */
    public Told ended(@Nullable LocalDateTime due) {
        return new Told(Urgency.NONE, say("deadline.ended"), due == null ? null : date(due));
    }

    private static Urgency urgency(LocalDateTime due, LocalDateTime now, WorkingTime time) {
        LocalDate day = due.toLocalDate();
        if (day.equals(now.toLocalDate())) {
            return Urgency.TODAY;
        }
        return day.isAfter(time.calendar().plusWorkingDays(now.toLocalDate(), SOON)) ? Urgency.LATER : Urgency.SOON;
    }

    private String overdue(LocalDateTime due, LocalDateTime now, WorkingTime time) {
        int days = time.calendar().workingDaysBetween(due.toLocalDate(), now.toLocalDate());
        Duration passed = time.between(due, now);
        boolean inDays = isEndOfDay(due) || passed.compareTo(time.hours().perDay()) >= 0;
        return inDays && days > 0 ? say("deadline.overdue", say("deadline.days", days)) : overdue(passed);
    }

    private String overdue(Duration passed) {
        return passed.toMinutes() == 0 ? say("deadline.justOver") : say("deadline.overdue", hoursOrMinutes(passed));
    }

    private String left(LocalDateTime due, LocalDateTime now, WorkingTime time) {
        Duration left = time.between(now, due);
        long perDay = Math.max(1, time.hours().perDay().toMinutes());
        long days = left.toMinutes() / perDay;
        Duration rest = Duration.ofMinutes(left.toMinutes() % perDay);
        if (left.toMinutes() == 0) {
            return say("deadline.endsToday");
        }
        if (days == 0) {
            return say("deadline.left", hoursOrMinutes(rest));
        }
        String inDays = say("deadline.days", days);
        return say(
                "deadline.left", rest.toHours() == 0 ? inDays : inDays + " " + say("deadline.hours", rest.toHours()));
    }

    private String hoursOrMinutes(Duration time) {
        return time.toHours() == 0 ? say("deadline.minutes", time.toMinutes()) : say("deadline.hours", time.toHours());
    }

    private static String date(LocalDateTime due) {
        boolean english = LocaleContextHolder.getLocale().equals(Locale.ENGLISH);
        if (isEndOfDay(due)) {
            return english ? ENGLISH_DAY.format(due) : VietnameseDates.weekdayAndDay(due.toLocalDate());
        }
        return english ? ENGLISH_MOMENT.format(due) : VietnameseDates.moment(due.truncatedTo(ChronoUnit.MINUTES));
    }

    private static boolean isEndOfDay(LocalDateTime due) {
        return !due.toLocalTime().isBefore(END_OF_DAY);
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}

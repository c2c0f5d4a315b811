package vn.motcua.reports;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Calendars;
import vn.motcua.people.SignedIn;

/** Reads what an address asks for, and tells beside each field what is wrong with it. */
@Component
class Understanding {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;
    private static final int BEGIN = 15;

    private final ReportRights rights;
    private final Calendars calendars;
    private final Clock clock;

    Understanding(ReportRights rights, Calendars calendars, Clock clock) {
        this.rights = rights;
        this.calendars = calendars;
        this.clock = clock;
    }

    /** What is wrong with a field: a key of the texts and what stands in it. */
    public record Problem(String key, Object... values) {}

    /**
     * @param kind the usual one where there is none like that
     * @param year as it was typed
     * @param from as it was typed
     * @param query null where there are problems
     * @param problems by field
     */
    public record Understood(
            ReportKind kind,
            PeriodChoice choice,
            String year,
            String from,
            String to,
            String agency,
            @Nullable ReportQuery query,
            Map<String, Problem> problems) {}

    private record Days(LocalDate from, LocalDate to) {}

    Understood read(Asked asked, SignedIn who) {
        Map<String, Problem> problems = new LinkedHashMap<>();
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        YearMonth last = lastMonth(now.toLocalDate());
        ReportKind kind = kind(asked, problems);
        PeriodChoice choice = choice(asked, last, problems);
        String year = Asked.orElse(asked.year(), String.valueOf(last.getYear()));
        String from = Asked.orElse(
                asked.from(), PeriodChoice.month(last).from(last.getYear()).toString());
        String to = Asked.orElse(
                asked.to(), PeriodChoice.month(last).to(last.getYear()).toString());
        String agency = Asked.orElse(asked.agency(), rights.usual(who).code());
        Optional<Days> days = choice == PeriodChoice.FREE ? free(from, to, problems) : named(choice, year, problems);
        LocalDateTime moment = moment(asked, now, problems);
        Optional<Agency> found = days.flatMap(known -> rights.find(who, agency, known.to));
        if (days.isPresent() && found.isEmpty()) {
            problems.put("agency", new Problem("wrong.agency", agency));
        }
        ReportQuery query = problems.isEmpty() && days.isPresent() && found.isPresent()
                ? new ReportQuery(
                        kind,
                        found.get(),
                        choice,
                        choice == PeriodChoice.FREE ? days.get().to.getYear() : Integer.parseInt(year),
                        days.get().from,
                        days.get().to,
                        moment)
                : null;
        return new Understood(kind, choice, year, from, to, agency, query, problems);
    }

    private static ReportKind kind(Asked asked, Map<String, Problem> problems) {
        String address = Asked.orElse(asked.report(), ReportKind.II06A.address());
        return ReportKind.ofAddress(address)
                .filter(kind -> kind != ReportKind.CORRECTIONS)
                .orElseGet(() -> {
                    problems.put("report", new Problem("wrong.report"));
                    return ReportKind.II06A;
                });
    }

    private static PeriodChoice choice(Asked asked, YearMonth last, Map<String, Problem> problems) {
        PeriodChoice usual = PeriodChoice.month(last);
        return PeriodChoice.of(Asked.orElse(asked.period(), usual.name())).orElseGet(() -> {
            problems.put("period", new Problem("wrong.period"));
            return usual;
        });
    }

    /** The last month of reports that is over. */
    private static YearMonth lastMonth(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return today.getDayOfMonth() < BEGIN ? month.minusMonths(1) : month;
    }

    private Optional<Days> named(PeriodChoice choice, String text, Map<String, Problem> problems) {
        if (!text.matches("[0-9]{4}") || Integer.parseInt(text) < EARLIEST || Integer.parseInt(text) > LATEST) {
            problems.put("year", new Problem("wrong.year", EARLIEST + "–" + LATEST));
            return Optional.empty();
        }
        int year = Integer.parseInt(text);
        return published(new Days(choice.from(year), choice.to(year)), "year", "year", problems);
    }

    private Optional<Days> free(String from, String to, Map<String, Problem> problems) {
        Optional<LocalDate> first = day(from, "from", problems);
        Optional<LocalDate> last = day(to, "to", problems);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        if (last.get().isBefore(first.get())) {
            problems.put("to", new Problem("wrong.order", VietnameseDates.day(first.get())));
            return Optional.empty();
        }
        return published(new Days(first.get(), last.get()), "from", "to", problems);
    }

    private Optional<Days> published(Days days, String first, String last, Map<String, Problem> problems) {
        OptionalInt year = calendars.history().latest().firstUnpublishedYear(days.from, days.to);
        if (year.isEmpty()) {
            return Optional.of(days);
        }
        String field = days.from.getYear() == year.getAsInt() ? first : last;
        problems.put(field, new Problem("wrong.unpublished", String.valueOf(year.getAsInt())));
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String text, String field, Map<String, Problem> problems) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST && day.getYear() <= LATEST) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        problems.put(field, new Problem("wrong.day"));
        return Optional.empty();
    }

    private static LocalDateTime moment(Asked asked, LocalDateTime now, Map<String, Problem> problems) {
        String text = Asked.orElse(asked.asOf(), "");
        if (text.isEmpty()) {
            return now;
        }
        try {
            LocalDateTime moment = LocalDateTime.parse(text).truncatedTo(ChronoUnit.SECONDS);
            if (moment.getYear() >= EARLIEST && moment.getYear() <= LATEST) {
                return moment.isAfter(now) ? now : moment;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        problems.put("asOf", new Problem("wrong.asOf"));
        return now;
    }
}

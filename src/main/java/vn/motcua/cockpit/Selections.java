package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agency;
import vn.motcua.refusal.Refusal;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.Selection;

/** Which dossiers a question is about: of a period and a subtree, as of a moment, with certain keys. */
@Component
class Selections {

    /** Where a statutory month begins (Thông tư 01/2020/TT-VPCP). */
    private static final int BEGIN = 15;

    /** How a question says that nobody or nothing is meant; an empty parameter is none. */
    private static final String NOBODY = "-";

    private final Clock clock;

    Selections(Clock clock) {
        this.clock = clock;
    }

    /** @throws Refusal for a period that has not begun or does not end after it begins */
    Selection of(Watcher who, Asked asked) {
        LocalDateTime asOf = asOf(asked);
        LocalDate from = asked.day("from").orElseGet(() -> monthBegin(asOf.toLocalDate()));
        LocalDate to = asked.day("to").orElseGet(asOf::toLocalDate);
        Agency agency = who.agency(asked);
        return new Selection(
                from, upTo(from, to, asOf), asOf, agency == null ? null : agency.code(), where(who, asked));
    }

    /** The same dossiers in the period that they are compared with. */
    Selection compared(Selection selection, Asked asked) {
        LocalDate from = asked.day("from2").orElseThrow();
        LocalDate to = asked.day("to2").orElseThrow(() -> new Refusal("Hãy chọn cả ngày cuối của kỳ so sánh"));
        return selection.during(from, upTo(from, to, selection.asOf()));
    }

    /** What has not come yet is not counted, so a year without published days is none of a report's that ends before. */
    private static LocalDate upTo(LocalDate from, LocalDate to, LocalDateTime asOf) {
        if (from.isAfter(asOf.toLocalDate())) {
            throw new Refusal("Kỳ báo cáo chưa bắt đầu; hãy chọn ngày đầu không sau hôm nay");
        }
        return to.isAfter(asOf.toLocalDate()) ? asOf.toLocalDate() : to;
    }

    private LocalDateTime asOf(Asked asked) {
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return asked.moment("asOf").filter(moment -> moment.isBefore(now)).orElse(now);
    }

    private static LocalDate monthBegin(LocalDate day) {
        LocalDate begin = day.withDayOfMonth(BEGIN);
        return day.isBefore(begin) ? begin.minusMonths(1) : begin;
    }

    private static Map<Dimension, String> where(Watcher who, Asked asked) {
        Map<Dimension, String> where = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            asked.text(parameter(dimension)).ifPresent(key -> where.put(dimension, key.equals(NOBODY) ? "" : key));
        }
        if (where.containsKey(Dimension.AGENCY)) {
            who.agency(where.get(Dimension.AGENCY));
        }
        return where;
    }

    /** The agency of a subtree is another thing than the one agency that handles a dossier. */
    private static String parameter(Dimension dimension) {
        return dimension == Dimension.AGENCY ? "unit" : dimension.name().toLowerCase(Locale.ROOT);
    }
}

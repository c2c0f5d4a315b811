package vn.motcua.portal;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.Calendars;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.statistics.GroupBy;
import vn.motcua.statistics.Ii06aQuery;
import vn.motcua.statistics.RecentReports;

/** The figures of a period, by agency, by field, by month, by service level, and of ratings. */
@Controller
class FiguresPage {

    private final RecentReports report;
    private final Agencies agencies;
    private final Calendars calendars;
    private final UnitTable units;
    private final MoreFigures more;
    private final StoreFacts facts;
    private final MessageSource messages;
    private final Clock clock;

    FiguresPage(
            RecentReports report,
            Agencies agencies,
            Calendars calendars,
            UnitTable units,
            MoreFigures more,
            StoreFacts facts,
            MessageSource messages,
            Clock clock) {
        this.report = report;
        this.agencies = agencies;
        this.calendars = calendars;
        this.units = units;
        this.more = more;
        this.facts = facts;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/thong-ke")
    String figures(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String agency,
            @RequestParam(defaultValue = "") String months,
            @RequestParam(defaultValue = "") String measure,
            Model model) {
        Map<String, String> errors = new LinkedHashMap<>();
        Period usual = usualPeriod();
        String first = from == null ? usual.from().toString() : from;
        String last = to != null
                ? to
                : from == null ? usual.to().toString() : LocalDate.now(clock).toString();
        model.addAttribute("from", first);
        model.addAttribute("to", last);
        model.addAttribute("errors", errors);
        Optional<LocalDate> firstDay = day(first, "from", errors);
        Optional<LocalDate> lastDay = day(last, "to", errors);
        Optional<Agency> scope = agency(agency, errors);
        if (firstDay.isPresent() && lastDay.isPresent()) {
            checkPeriod(firstDay.get(), lastDay.get(), errors);
        }
        if (errors.isEmpty()) {
            MoreFigures.Asked asked = new MoreFigures.Asked(
                    firstDay.orElseThrow(), lastDay.orElseThrow(), scope.orElse(null), report.moment());
            show(asked, model);
            more.show(asked, months, measure, model);
        }
        return "figures";
    }

    private Optional<Agency> agency(@Nullable String code, Map<String, String> errors) {
        if (code == null || code.isBlank()) {
            return Optional.empty();
        }
        Optional<Agency> agency = agencies.find(code);
        if (agency.isEmpty()) {
            errors.put("agency", say("portal.wrong.agency", code));
        }
        return agency;
    }

    private void checkPeriod(LocalDate from, LocalDate to, Map<String, String> errors) {
        if (to.isBefore(from)) {
            errors.put("to", say("portal.wrong.period"));
            return;
        }
        OptionalInt unpublished = calendars.history().latest().firstUnpublishedYear(from, to);
        if (unpublished.isPresent()) {
            String field = from.getYear() == unpublished.getAsInt() ? "from" : "to";
            errors.put(field, say("portal.wrong.year", String.valueOf(unpublished.getAsInt())));
        }
    }

    private void show(MoreFigures.Asked asked, Model model) {
        LocalDate from = asked.from();
        LocalDate to = asked.to();
        LocalDateTime now = asked.asOf();
        Agency agency = asked.agency();
        String code = agency == null ? null : agency.code();
        model.addAttribute(
                "total",
                report.rows(new Ii06aQuery(from, to, now, code, GroupBy.NONE)).get(0));
        model.addAttribute("sectors", report.rows(new Ii06aQuery(from, to, now, code, GroupBy.SECTOR)));
        model.addAttribute("units", units.below(agency, from, to, now));
        model.addAttribute("agency", agency);
        model.addAttribute("path", agency == null ? List.of() : units.path(agency, to));
        model.addAttribute("asOf", now);
        model.addAttribute("fromDay", from);
        model.addAttribute("toDay", to);
        model.addAttribute("figures", new Figures(LocaleContextHolder.getLocale()));
    }

    private Optional<LocalDate> day(String text, String field, Map<String, String> errors) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            errors.put(field, say("portal.wrong.day"));
            return Optional.empty();
        }
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private record Period(LocalDate from, LocalDate to) {}

    /** The period of the demo data, or else the statutory year at hand, which began on 15/12 (Thông tư 01/2020/TT-VPCP). */
    private Period usualPeriod() {
        if (facts.get(StoreFacts.DEMO).isPresent()) {
            return new Period(LocalDate.of(2019, 1, 1), LocalDate.of(2019, 4, 30));
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate begin = LocalDate.of(today.getYear(), 12, 15);
        return new Period(today.isBefore(begin) ? begin.minusYears(1) : begin, today);
    }
}

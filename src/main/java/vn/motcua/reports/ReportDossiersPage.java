package vn.motcua.reports;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.people.SignedIn;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.DossierPage;
import vn.motcua.sla.Listing;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Selection;

/** The dossiers behind a number of a report, exactly as many as the number says. */
@Controller
@ConditionalOnWebApplication
class ReportDossiersPage {

    static final int SHOWN = 100;

    private final Understanding understanding;
    private final ReportRights rights;
    private final Counting counting;
    private final Listing listing;
    private final LicenceRegister licences;
    private final MessageSource messages;

    ReportDossiersPage(
            Understanding understanding,
            ReportRights rights,
            Counting counting,
            Listing listing,
            LicenceRegister licences,
            MessageSource messages) {
        this.understanding = understanding;
        this.rights = rights;
        this.counting = counting;
        this.listing = listing;
        this.licences = licences;
        this.messages = messages;
    }

    /** What else the dossiers have in common. */
    public record Common(String what, String key) {}

    @GetMapping(Links.DOSSIERS)
    String show(
            @AuthenticationPrincipal SignedIn who,
            Asked asked,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(required = false) @Nullable String licence,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Model model) {
        rights.check(who);
        ReportQuery query = query(asked, who);
        Words words = new Words(messages, LocaleContextHolder.getLocale());
        model.addAttribute("words", words);
        model.addAttribute("query", query);
        model.addAttribute(
                "back", new Links(query).report(ReportKind.II06A, query.agency().code()));
        if (measure.equals(LicenceRegister.KIND)) {
            List<LicenceRegister.Issued> issued = licences.list(
                    new LicenceRegister.Wanted(query, licence == null ? null : plain(licence)), LicenceRegister.MOST);
            model.addAttribute("issued", issued);
            return "desk/report-dossiers";
        }
        Measure counted = Arrays.stream(Measure.values())
                .filter(one -> one.name().equals(measure))
                .findFirst()
                .orElseThrow(ReportDossiersPage::notFound);
        Selection selection = selection(query, request);
        DossierPage page = listing.page(selection, counted, cursor, SHOWN);
        model.addAttribute("measure", counted);
        model.addAttribute("common", common(selection, words));
        model.addAttribute("count", counting.of(selection, List.of(counted)).get(counted));
        model.addAttribute("rows", page.rows());
        model.addAttribute("next", page.next() == null ? null : next(request, page.next()));
        model.addAttribute("first", cursor == null);
        return "desk/report-dossiers";
    }

    /** A list is always of days, whatever the period is called. */
    private ReportQuery query(Asked asked, SignedIn who) {
        Asked free =
                new Asked(null, PeriodChoice.FREE.name(), null, asked.from(), asked.to(), asked.agency(), asked.asOf());
        return Optional.ofNullable(understanding.read(free, who).query()).orElseThrow(ReportDossiersPage::notFound);
    }

    private static Selection selection(ReportQuery query, HttpServletRequest request) {
        Map<Dimension, String> where = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String key = request.getParameter(Links.parameter(dimension.name()));
            if (key != null) {
                where.put(dimension, plain(key));
            }
        }
        Selection all = query.selection();
        return new Selection(all.from(), all.to(), all.asOf(), all.agency(), where);
    }

    /** A null character is in no name, and no database takes it. */
    private static String plain(String key) {
        return key.replace("\0", "");
    }

    private static List<Common> common(Selection selection, Words words) {
        List<Common> common = new ArrayList<>();
        selection
                .where()
                .forEach((dimension, key) -> common.add(new Common(
                        words.say("where." + dimension.name()),
                        dimension == Dimension.OFFICER && key.isEmpty() ? words.say("noOfficer") : key)));
        return common;
    }

    private static String next(HttpServletRequest request, String cursor) {
        return UriComponentsBuilder.fromPath(Links.DOSSIERS)
                .query(request.getQueryString())
                .replaceQueryParam("cursor", cursor)
                .build()
                .toUriString();
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

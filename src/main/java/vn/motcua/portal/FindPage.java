package vn.motcua.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.LifeEvent;
import vn.motcua.catalogue.LifeEvents;
import vn.motcua.catalogue.ProcedureSearch;

/** The start page: finding a procedure by words, life event, field, level and agency. */
@Controller
class FindPage {

    private static final int SHOWN = 20;

    private final ProcedureSearch search;
    private final LifeEvents events;
    private final Agencies agencies;
    private final Clock clock;

    FindPage(ProcedureSearch search, LifeEvents events, Agencies agencies, Clock clock) {
        this.search = search;
        this.events = events;
        this.agencies = agencies;
        this.clock = clock;
    }

    /** What somebody asked for, as far as there is such a thing. */
    private record Wanted(
            String q,
            ProcedureSearch.@Nullable Sector sector,
            LifeEvents.@Nullable Offered event,
            @Nullable AgencyLevel level,
            @Nullable Agency agency) {

        ProcedureSearch.Asked asked() {
            return new ProcedureSearch.Asked(
                    q, level, sector == null ? null : sector.name(), event == null ? null : event.code(), agency);
        }

        boolean nothing() {
            return q.isBlank() && sector == null && event == null && level == null && agency == null;
        }
    }

    /** @param part whether a script asks for what is found alone, while somebody types */
    @GetMapping("/")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sector,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "" + SHOWN) String most,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        List<ProcedureSearch.Sector> sectors = search.sectors(today);
        List<LifeEvents.Offered> offered = events.offered(today);
        Wanted wanted = new Wanted(
                q,
                sectors.stream()
                        .filter(one -> one.name().equals(sector))
                        .findFirst()
                        .orElse(null),
                offered.stream()
                        .filter(one -> one.code().equals(event))
                        .findFirst()
                        .orElse(null),
                AgencyLevel.ofCode(level).orElse(null),
                agencies.find(agency).filter(one -> one.isOpenOn(today)).orElse(null));
        model.addAttribute("sectors", sectors);
        model.addAttribute("events", offered);
        found(wanted, today, most(most), model);
        if (!part) {
            model.addAttribute("levels", AgencyLevel.values());
            model.addAttribute("audiences", LifeEvent.Audience.values());
            model.addAttribute(
                    "agencies",
                    agencies.all().stream().filter(one -> one.isOpenOn(today)).toList());
        }
        return part ? "find :: found" : "find";
    }

    private void found(Wanted wanted, LocalDate today, int shown, Model model) {
        List<ProcedureSearch.Found> found = search.find(wanted.asked(), today, shown + 1);
        model.addAttribute("q", wanted.q);
        model.addAttribute("sector", wanted.sector == null ? "" : wanted.sector.name());
        model.addAttribute("event", wanted.event);
        model.addAttribute("level", wanted.level == null ? "" : wanted.level.code());
        model.addAttribute("agency", wanted.agency);
        model.addAttribute("browsing", wanted.nothing());
        model.addAttribute("found", found.stream().limit(shown).toList());
        model.addAttribute("more", found.size() > shown ? shown + SHOWN : 0);
    }

    private static int most(String typed) {
        return typed.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(typed)) : SHOWN;
    }
}

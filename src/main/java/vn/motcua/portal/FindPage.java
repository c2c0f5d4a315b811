package vn.motcua.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ProcedureSearch;

/** The start page: finding a procedure by words, field and level. */
@Controller
class FindPage {

    private static final int SHOWN = 20;

    private final ProcedureSearch search;
    private final Clock clock;

    FindPage(ProcedureSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /** @param part whether a script asks for what is found alone, while somebody types */
    @GetMapping("/")
    String find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String sector,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "" + SHOWN) String most,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        LocalDate today = LocalDate.now(clock);
        List<ProcedureSearch.Sector> sectors = search.sectors(today);
        String known = sectors.stream().anyMatch(one -> one.name().equals(sector)) ? sector : "";
        AgencyLevel of = level(level);
        int shown = most(most);
        List<ProcedureSearch.Found> found =
                search.find(new ProcedureSearch.Asked(q, of, known.isEmpty() ? null : known), today, shown + 1);
        model.addAttribute("q", q);
        model.addAttribute("sector", known);
        model.addAttribute("level", of == null ? "" : of.code());
        model.addAttribute("levels", AgencyLevel.values());
        model.addAttribute("sectors", sectors);
        model.addAttribute("found", found.stream().limit(shown).toList());
        model.addAttribute("more", found.size() > shown ? shown + SHOWN : 0);
        return part ? "find :: found" : "find";
    }

    private static @Nullable AgencyLevel level(String code) {
        return Arrays.stream(AgencyLevel.values())
                .filter(level -> level.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static int most(String typed) {
        return typed.matches("[0-9]{1,4}") ? Math.max(1, Integer.parseInt(typed)) : SHOWN;
    }
}

package vn.motcua.desk;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.dossier.Channel;
import vn.motcua.page.DeadlineWords;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.refusal.Refusal;
import vn.motcua.worklist.Worklist;
import vn.motcua.worklist.WorklistCounts;
import vn.motcua.worklist.WorklistPage;
import vn.motcua.worklist.WorklistQuery;
import vn.motcua.worklist.WorklistRow;
import vn.motcua.worklist.WorklistScope;
import vn.motcua.worklist.WorklistTab;

/** The worklist, where everybody's day begins: what burns first. */
@Controller
@ConditionalOnWebApplication
class DeskPage {

    private static final String SIZE_COOKIE = "desk-size";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    private final Worklist worklist;
    private final Scopes scopes;
    private final Colleagues colleagues;
    private final DeadlineWords words;
    private final Agencies agencies;
    private final Clock clock;

    DeskPage(
            Worklist worklist,
            Scopes scopes,
            Colleagues colleagues,
            DeadlineWords words,
            Agencies agencies,
            Clock clock) {
        this.worklist = worklist;
        this.scopes = scopes;
        this.colleagues = colleagues;
        this.words = words;
        this.agencies = agencies;
        this.clock = clock;
    }

    @GetMapping("/desk")
    @Transactional(readOnly = true)
    public String show(
            @AuthenticationPrincipal SignedIn who,
            DeskQuery.Asked asked,
            @CookieValue(name = SIZE_COOKIE, required = false) @Nullable String lastSize,
            HttpServletResponse response,
            Model model) {
        DeskQuery query = asked.query();
        int size = size(query, lastSize, response);
        WorklistScope scope = scopes.of(who, query.whose());
        WorklistPage page = page(scope, query, size, model);
        model.addAttribute("query", query);
        model.addAttribute("size", size);
        model.addAttribute(
                "rows", page.rows().stream().map(row -> row(row, who)).toList());
        model.addAttribute(
                "next", page.next() == null ? null : query.at(page.next()).address());
        model.addAttribute(
                "previous",
                page.previous() == null ? null : query.at(page.previous()).address());
        model.addAttribute("counts", worklist.counts(scope, query.filter()));
        choices(who, scope, page, model);
        return "desk/worklist";
    }

    private WorklistPage page(WorklistScope scope, DeskQuery query, int size, Model model) {
        try {
            return worklist.page(new WorklistQuery(scope, query.tab(), query.filter(), query.cursor(), size));
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return worklist.page(new WorklistQuery(scope, query.tab(), query.filter(), null, size));
        }
    }

    private void choices(SignedIn who, WorklistScope scope, WorklistPage page, Model model) {
        model.addAttribute("now", LocalDateTime.now(clock));
        model.addAttribute("whoses", Whose.values());
        model.addAttribute("tabs", WorklistTab.values());
        model.addAttribute("cap", WorklistCounts.CAP);
        model.addAttribute("channels", Channel.values());
        model.addAttribute("agencies", open(scope.agencies()));
        Map<String, String> procedures = new LinkedHashMap<>();
        page.rows().forEach(row -> procedures.put(row.procedureCode(), row.procedureName()));
        model.addAttribute("procedures", procedures);
        model.addAttribute(
                "steps",
                page.rows().stream().map(WorklistRow::step).distinct().sorted().toList());
        model.addAttribute("colleagues", colleagues.of(who));
        model.addAttribute("works", Colleagues.works(who));
    }

    private List<Agency> open(Set<Integer> ids) {
        LocalDate today = LocalDate.now(clock);
        return agencies.all().stream()
                .filter(agency -> ids.contains(agency.id()) && agency.isOpenOn(today))
                .sorted(Comparator.comparing(Agency::name))
                .toList();
    }

    private DeskRow row(WorklistRow row, SignedIn who) {
        return new DeskRow(
                row,
                words.of(row.agencyId(), row.due(), row.waiting() ? row.waitingSince() : null),
                row.status().isEnded()
                        ? words.ended(row.dossierDue())
                        : words.of(row.agencyId(), row.dossierDue(), row.waitingSince()),
                who.username().equals(row.assignee()),
                Colleagues.works(who)
                        && (who.group() == StaffGroup.LEADER
                                || who.group().code().equals(row.staffGroup())));
    }

    /** The size asked for is remembered until another is. */
    private static int size(DeskQuery query, @Nullable String lastSize, HttpServletResponse response) {
        Integer asked = query.size();
        if (asked == null) {
            return lastSize != null && lastSize.matches("20|50|100")
                    ? Integer.parseInt(lastSize)
                    : DeskQuery.USUAL_SIZE;
        }
        Cookie cookie = new Cookie(SIZE_COOKIE, asked.toString());
        cookie.setPath("/desk");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(A_YEAR);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return asked;
    }
}

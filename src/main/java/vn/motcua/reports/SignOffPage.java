package vn.motcua.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;

/** Signing off a period: the figures once more, a declaration, and once. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/desk/reports/sign-off")
class SignOffPage {

    private final Understanding understanding;
    private final ReportRights rights;
    private final Closings closings;
    private final MessageSource messages;

    SignOffPage(Understanding understanding, ReportRights rights, Closings closings, MessageSource messages) {
        this.understanding = understanding;
        this.rights = rights;
        this.closings = closings;
        this.messages = messages;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Asked asked, Model model, HttpServletResponse response) {
        ReportQuery query = query(who, asked);
        return closings.find(query).isPresent() ? signed(query) : draft(query, null, model, response);
    }

    /** @param mark of the figures that were on the page */
    @PostMapping
    String sign(
            @AuthenticationPrincipal SignedIn who,
            Asked asked,
            @RequestParam(defaultValue = "") String mark,
            @RequestParam(defaultValue = "") String declared,
            Model model,
            HttpServletResponse response) {
        ReportQuery query = query(who, asked);
        if (closings.find(query).isPresent()) {
            return signed(query);
        }
        if (declared.isEmpty()) {
            return draft(query, "wrong.declared", model, response);
        }
        try {
            return closings.sign(query, mark, who) ? signed(query) : draft(query, "wrong.changed", model, response);
        } catch (ConcurrencyFailureException atOnce) {
            return closings.find(query).isPresent() ? signed(query) : draft(query, "wrong.notSigned", model, response);
        } catch (Refusal refusal) {
            model.addAttribute("refusal", refusal.getMessage());
            return draft(query, "wrong.notSigned", model, response);
        }
    }

    private String draft(ReportQuery query, @Nullable String wrong, Model model, HttpServletResponse response) {
        Words words = new Words(messages, LocaleContextHolder.getLocale());
        model.addAttribute("words", words);
        model.addAttribute("query", query);
        if (wrong != null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("error", words.say(wrong));
        }
        try {
            Closings.Draft draft = closings.draft(query);
            Report report = draft.report(ReportKind.II06A);
            model.addAttribute("mark", draft.mark());
            model.addAttribute("kinds", ReportKind.signed());
            model.addAttribute("paper", new ReportPaper(report, null, words));
            model.addAttribute("table", new ShownTable(report, words, new Links(query), java.util.List.of()));
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
        }
        return "desk/report-sign-off";
    }

    private static String signed(ReportQuery query) {
        return "redirect:"
                + new Links(query).report(query.kind(), query.agency().code());
    }

    private ReportQuery query(SignedIn who, Asked asked) {
        rights.check(who);
        if (!rights.maySign(who)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return Optional.ofNullable(understanding.read(asked, who).query())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

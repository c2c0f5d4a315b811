package vn.motcua.reports;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.catalogue.Agencies;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;
import vn.motcua.reports.Corrections.Difference;
import vn.motcua.reports.Understanding.Understood;

/** Reports for those who lead: chosen, looked at, taken along. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/desk/reports")
class ReportsPage {

    private static final int CLOSINGS_SHOWN = 12;

    private final Understanding understanding;
    private final ReportRights rights;
    private final Reports reports;
    private final Closings closings;
    private final Corrections corrections;
    private final ReportFiles files;
    private final Agencies agencies;
    private final MessageSource messages;

    ReportsPage(
            Understanding understanding,
            ReportRights rights,
            Reports reports,
            Closings closings,
            Corrections corrections,
            ReportFiles files,
            Agencies agencies,
            MessageSource messages) {
        this.understanding = understanding;
        this.rights = rights;
        this.reports = reports;
        this.closings = closings;
        this.corrections = corrections;
        this.files = files;
        this.agencies = agencies;
        this.messages = messages;
    }

    /** A period of an agency that was signed off, with what its page is called. */
    public record ClosedPeriod(Closing closing, String agency, String href) {}

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Asked asked, Model model, HttpServletResponse response) {
        rights.check(who);
        Understood understood = understanding.read(asked, who);
        Words words = words();
        form(who, understood, words, model);
        ReportQuery query = understood.query();
        if (query == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return "desk/reports";
        }
        try {
            shown(who, asked, query, words, model);
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
        }
        return "desk/reports";
    }

    private void form(SignedIn who, Understood understood, Words words, Model model) {
        model.addAttribute("words", words);
        model.addAttribute("asked", understood);
        model.addAttribute("kinds", ReportKind.signed());
        model.addAttribute("choices", PeriodChoice.values());
        model.addAttribute("agencies", rights.agencies(who));
        model.addAttribute(
                "errors",
                understood.problems().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                Map.Entry::getKey,
                                each -> words.say(
                                        each.getValue().key(), each.getValue().values()))));
        model.addAttribute(
                "closings",
                closings.latest(rights.own(who), CLOSINGS_SHOWN).stream()
                        .map(closing -> closed(closing, understood.kind()))
                        .toList());
    }

    private ClosedPeriod closed(Closing closing, ReportKind kind) {
        String code = agencies.get(closing.agencyId()).code();
        String href = "/desk/reports?report=%s&agency=%s&period=FREE&from=%s&to=%s"
                .formatted(kind.address(), code, closing.from(), closing.to());
        return new ClosedPeriod(closing, agencies.get(closing.agencyId()).name(), href);
    }

    private void shown(SignedIn who, Asked asked, ReportQuery query, Words words, Model model) {
        Found found = found(asked, query);
        Closing closing = found.closing;
        List<Difference> differences =
                closing == null ? List.of() : corrections.of(closing, found.report, reports.of(query));
        Links links = new Links(query);
        model.addAttribute("query", query);
        model.addAttribute("paper", new ReportPaper(found.report, closing, words));
        model.addAttribute("table", new ShownTable(found.report, words, links, differences));
        model.addAttribute("closing", closing);
        model.addAttribute("formats", ReportFiles.Format.values());
        model.addAttribute("maySign", closing == null && query.isOver() && rights.maySign(who));
        if (!differences.isEmpty()) {
            Report told = CorrectionTable.of(found.report, differences, corrections.names(differences), words);
            model.addAttribute("corrections", new ShownTable(told, words, links, List.of()));
        }
    }

    /** @param closing null where the period was not signed off, or another moment is asked for */
    private record Found(Report report, @Nullable Closing closing) {}

    private Found found(Asked asked, ReportQuery query) {
        Optional<Closing> closing = Asked.orElse(asked.asOf(), "").isEmpty() ? closings.find(query) : Optional.empty();
        return closing.map(signed -> new Found(closings.report(signed, query.kind()), signed))
                .orElseGet(() -> new Found(reports.of(query), null));
    }

    /** @param corrections whether what was entered since the period was signed off is asked for */
    @GetMapping("/file")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal SignedIn who,
            Asked asked,
            @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(name = "corrections", defaultValue = "") String told) {
        rights.check(who);
        ReportFiles.Format as = ReportFiles.Format.of(format).orElseThrow(ReportsPage::notFound);
        ReportQuery query =
                Optional.ofNullable(understanding.read(asked, who).query()).orElseThrow(ReportsPage::notFound);
        Found found = found(asked, query);
        Report report = found.report;
        if (!told.isEmpty()) {
            Closing closing = Optional.ofNullable(found.closing).orElseThrow(ReportsPage::notFound);
            List<Difference> differences = corrections.of(closing, report, reports.of(query));
            report = CorrectionTable.of(report, differences, corrections.names(differences), files.words());
        }
        byte[] file = files.write(report, found.closing, as);
        ContentDisposition name = ContentDisposition.attachment()
                .filename(report.fileName() + "." + as.address())
                .build();
        return ResponseEntity.ok()
                .contentType(as.type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(file);
    }

    private Words words() {
        return new Words(messages, LocaleContextHolder.getLocale());
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

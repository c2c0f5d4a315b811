package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import vn.motcua.catalogue.Agencies;
import vn.motcua.documents.Documents;
import vn.motcua.documents.PrintForm;
import vn.motcua.documents.Printout;
import vn.motcua.documents.Register;
import vn.motcua.dossier.Dossier;
import vn.motcua.people.PageHeaders;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;

/** Forms of a dossier and the register of an agency, to be printed. */
@Controller
@ConditionalOnWebApplication
class DocumentsPage {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private final Access access;
    private final Documents documents;
    private final Register register;
    private final Agencies agencies;
    private final DossierViews looks;
    private final Clock clock;

    DocumentsPage(
            Access access, Documents documents, Register register, Agencies agencies, DossierViews looks, Clock clock) {
        this.access = access;
        this.documents = documents;
        this.register = register;
        this.agencies = agencies;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping("/desk/dossiers/{code}/print/{form}")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedIn who, @PathVariable String code, @PathVariable String form) {
        Dossier dossier = access.dossier(who, code);
        PrintForm wanted = PrintForm.named(form).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Printout printout = documents.print(dossier, wanted, who.username());
        looks.seen(who, DossierViews.Kind.PRINT, wanted.vietnamese(), List.of(dossier.id()));
        return pdf(printout);
    }

    /** Asks for the period where it is not told in full. */
    @GetMapping("/desk/register")
    Object register(
            @AuthenticationPrincipal SignedIn who,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        if (from == null || to == null) {
            return asked(from, to, null, HttpStatus.OK);
        }
        try {
            return pdf(register.print(agencies.get(agency(who)), day(from), day(to)));
        } catch (Refusal refusal) {
            return asked(from, to, refusal.getMessage(), HttpStatus.UNPROCESSABLE_ENTITY);
        }
    }

    /** What cannot be printed, with what to do about it. */
    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletResponse response) {
        PageHeaders.ofPage(response);
        ModelAndView page = new ModelAndView("desk/print-refused");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("refusal", refusal.getMessage());
        return page;
    }

    private ModelAndView asked(
            @Nullable String from, @Nullable String to, @Nullable String problem, HttpStatus status) {
        LocalDate today = LocalDate.now(clock);
        ModelAndView page = new ModelAndView("desk/register");
        page.setStatus(status);
        page.addObject("from", from == null ? today.withDayOfMonth(1).toString() : from);
        page.addObject("to", to == null ? today.toString() : to);
        page.addObject("problem", problem);
        return page;
    }

    private static int agency(SignedIn who) {
        return Optional.ofNullable(who.agencyId())
                .orElseThrow(
                        () -> new Refusal(
                                "Tài khoản này không thuộc đơn vị nào nên không có sổ theo dõi; hãy dùng tài khoản của đơn vị"));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= EARLIEST && day.getYear() <= LATEST) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // The same answer as for a day of no year of ours.
        }
        throw new Refusal("Hãy chọn đủ ngày đầu và ngày cuối của sổ");
    }

    private static ResponseEntity<byte[]> pdf(Printout printout) {
        ContentDisposition shown = ContentDisposition.inline()
                .filename(printout.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
                .body(printout.pdf());
    }
}

package vn.motcua.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.payment.OrderState;
import vn.motcua.payment.PaymentRegister;
import vn.motcua.people.SignedIn;
import vn.motcua.people.StaffGroup;
import vn.motcua.refusal.Refusal;

/** What was paid online to the agencies of a clerk or manager, and above all what is to be paid back. */
@Controller
@ConditionalOnWebApplication
@RequestMapping("/desk/payments")
class PaymentsPage {

    static final int SHOWN = 200;

    private static final int MOST_IN_A_FILE = 100_000;
    private static final Set<StaffGroup> CASHIERS =
            EnumSet.of(StaffGroup.COUNTER, StaffGroup.MANAGER, StaffGroup.ADMIN);
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private final PaymentRegister register;
    private final Scopes scopes;
    private final Clock clock;

    PaymentsPage(PaymentRegister register, Scopes scopes, Clock clock) {
        this.register = register;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** As it was asked for; what is no day is shown as the month at hand, and what is no state as all. */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String state) {

        LocalDate from(LocalDate today) {
            return day(from, today.withDayOfMonth(1));
        }

        LocalDate to(LocalDate today) {
            return day(to, today);
        }

        @Nullable
        OrderState wanted() {
            for (OrderState known : OrderState.values()) {
                if (known.name().equals(state)) {
                    return known;
                }
            }
            return null;
        }

        private static LocalDate day(@Nullable String text, LocalDate otherwise) {
            try {
                LocalDate day = text == null ? otherwise : LocalDate.parse(text);
                return day.getYear() >= EARLIEST && day.getYear() <= LATEST ? day : otherwise;
            } catch (DateTimeParseException e) {
                return otherwise;
            }
        }
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedIn who, Asked asked, Model model) {
        Set<Integer> agencies = agencies(who);
        LocalDate today = LocalDate.now(clock);
        LocalDate from = asked.from(today);
        LocalDate to = asked.to(today);
        PaymentRegister.Period period = new PaymentRegister.Period(agencies, from, to, asked.wanted());
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute("state", asked.wanted());
        model.addAttribute("states", OrderState.values());
        model.addAttribute("toPayBack", register.toPayBack(agencies));
        model.addAttribute("rows", register.of(period, SHOWN));
        model.addAttribute("totals", register.totals(period));
        model.addAttribute("refused", register.refused(agencies, who.group() != StaffGroup.COUNTER, from, to, SHOWN));
        model.addAttribute("longestNote", PaymentRegister.LONGEST_NOTE);
        return "desk/payments";
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> file(@AuthenticationPrincipal SignedIn who, Asked asked) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = asked.from(today);
        LocalDate to = asked.to(today);
        PaymentRegister.Period period = new PaymentRegister.Period(agencies(who), from, to, asked.wanted());
        String sheet = PaymentSheet.csv(register.of(period, MOST_IN_A_FILE), register.totals(period));
        ContentDisposition name = ContentDisposition.attachment()
                .filename("thu-phi-truc-tuyen-%s-%s.csv".formatted(from, to))
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(sheet.getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/{reference}/paid-back")
    String paidBack(
            @AuthenticationPrincipal SignedIn who,
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String note,
            Asked asked,
            Model model,
            HttpServletResponse response) {
        try {
            register.paidBack(agencies(who), reference, note, who.username());
            return "redirect:/desk/payments";
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("refusal", refusal.getMessage());
            model.addAttribute("refusedReference", reference);
            model.addAttribute("note", note);
            return show(who, asked, model);
        }
    }

    private Set<Integer> agencies(SignedIn who) {
        if (!CASHIERS.contains(who.group())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return scopes.of(who, false).agencies();
    }
}

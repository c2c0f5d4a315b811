package vn.motcua.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.payment.Payments;
import vn.motcua.refusal.Refusal;

/** Following a dossier by its code and PIN. What a browser has opened it may look at again as long as its session lasts. */
@Controller
@RequestMapping("/track")
class TrackPage {

    private static final String OPENED = TrackPage.class.getName() + ".opened";
    private static final String PIN = "[0-9]{6,}";

    /** Longer than any code is; what is longer is looked for in vain. */
    private static final int LONGEST = 60;

    private final Lookups lookups;
    private final Tracking tracking;
    private final ObjectProvider<Payments> payments;
    private final MessageSource messages;

    /** @param payments none where the store is only looked at and no process runs */
    TrackPage(Lookups lookups, Tracking tracking, ObjectProvider<Payments> payments, MessageSource messages) {
        this.lookups = lookups;
        this.tracking = tracking;
        this.payments = payments;
        this.messages = messages;
    }

    @GetMapping
    String ask(@RequestParam(defaultValue = "") String code, Model model) {
        return asked(code(code), Map.of(), model);
    }

    @PostMapping
    String open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String pin,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String wanted = code(code);
        String digits = pin.replaceAll("[\\s.-]", "");
        Map<String, String> problems = problems(wanted, digits);
        if (problems.isEmpty()) {
            Lookups.Attempt attempt = lookups.open(wanted, digits, request.getRemoteAddr());
            if (attempt.opened()) {
                remember(wanted, request);
                return "redirect:"
                        + UriComponentsBuilder.fromPath("/track/{code}").build(wanted);
            }
            problems.put("pin", refusal(attempt, response));
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        }
        return asked(wanted, problems, model);
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, HttpServletRequest request, Model model) {
        return tracked(code, request)
                .map(dossier -> {
                    model.addAttribute("dossier", dossier);
                    payments.ifAvailable(
                            fees -> model.addAttribute("toPay", fees.toPay(code).orElse(null)));
                    return "tracked";
                })
                .orElseGet(() -> askFirst(code));
    }

    /** Leads on to the payment gateway, for whoever has opened the dossier. */
    @PostMapping("/{code}/pay")
    String pay(@PathVariable String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Payments fees = payments.getIfAvailable();
        if (fees == null || tracked(code, request).isEmpty()) {
            return askFirst(code);
        }
        try {
            return "redirect:"
                    + fees.begin(
                            code,
                            UriComponentsBuilder.fromPath("/track/{code}")
                                    .build(code)
                                    .getRawPath());
        } catch (Refusal refusal) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("payRefusal", refusal.getMessage());
            return show(code, request, model);
        }
    }

    private Optional<TrackedDossier> tracked(String code, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && opened(session).contains(code) ? tracking.of(code) : Optional.empty();
    }

    private static String askFirst(String code) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/track")
                        .queryParam("code", "{code}")
                        .build(code(code));
    }

    private String asked(String code, Map<String, String> problems, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("problems", problems);
        return "track";
    }

    private Map<String, String> problems(String code, String pin) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (code.isEmpty()) {
            problems.put("code", say("track.wrong.code"));
        }
        if (!pin.matches(PIN)) {
            problems.put("pin", say("track.wrong.pin"));
        }
        return problems;
    }

    private String refusal(Lookups.Attempt attempt, HttpServletResponse response) {
        Duration wait = attempt.locked();
        if (wait == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return say("track.wrong");
        }
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return say("track.locked", wait.toMinutes() + 1);
    }

    /** With another id of the session: who knew the former one did not open the dossier. */
    private static void remember(String code, HttpServletRequest request) {
        HttpSession session = request.getSession();
        request.changeSessionId();
        Set<String> opened = new HashSet<>(opened(session));
        opened.add(code);
        session.setAttribute(OPENED, opened);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> opened(HttpSession session) {
        return session.getAttribute(OPENED) instanceof Set<?> codes ? (Set<String>) codes : Set.of();
    }

    /** As it is printed, whatever spaces and case it was copied with. */
    private static String code(String typed) {
        String code = typed.replaceAll("[\\s\\p{C}]", "").toUpperCase(Locale.ROOT);
        return code.substring(0, Math.min(LONGEST, code.length()));
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}

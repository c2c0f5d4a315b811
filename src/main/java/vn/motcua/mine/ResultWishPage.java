package vn.motcua.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Submissions;
import vn.motcua.page.EnginePage;

/** How the applicant wants the result: at the counter, or by post to an address. */
@EnginePage
@RequestMapping("/account/dossiers/{code}/result-channel")
class ResultWishPage {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 500;

    private final OwnDossiers own;
    private final ApplicantActs acts;
    private final Submissions submissions;
    private final MessageSource messages;

    ResultWishPage(OwnDossiers own, ApplicantActs acts, Submissions submissions, MessageSource messages) {
        this.own = own;
        this.acts = acts;
        this.submissions = submissions;
        this.messages = messages;
    }

    /** With the address that was given before, else the applicant's own. */
    @GetMapping
    String ask(@AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, Model model) {
        Dossier dossier = own.get(who, code);
        Map<String, Object> known = submissions.fields(dossier.id());
        Object address = known.getOrDefault(ResultChannel.ADDRESS_FIELD, known.get("address"));
        ResultChannel channel = channel(Objects.toString(known.get(ResultChannel.FIELD), ""));
        return page(dossier, channel, Objects.toString(address, ""), Map.of(), model);
    }

    @PostMapping
    String choose(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String address,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        Dossier dossier = own.get(who, code);
        ResultChannel wanted = channel(channel);
        String where =
                SupplementAnswers.storable(address).replaceAll("\\p{C}", " ").strip();
        boolean post = wanted == ResultChannel.POST;
        Problems problems = new Problems(messages)
                .when(post && Problems.length(where) < SHORTEST, "address", "mine.result.noAddress")
                .when(post && Problems.length(where) > LONGEST, "address", "mine.tooLong", LONGEST);
        if (!problems.none()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(dossier, wanted, where, problems.told(), model);
        }
        try {
            acts.chooseResult(who, code, wanted, where);
            next.addFlashAttribute("done", post ? "mine.done.post" : "mine.done.counter");
            return "redirect:/account/dossiers/{code}";
        } catch (Overtaken overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(own.get(who, code), wanted, where, Map.of(), model);
        }
    }

    private static ResultChannel channel(String named) {
        return named.equals(ResultChannel.POST.name()) ? ResultChannel.POST : ResultChannel.COUNTER;
    }

    private static String page(
            Dossier dossier, ResultChannel channel, String address, Map<String, String> problems, Model model) {
        model.addAttribute("code", dossier.code());
        model.addAttribute("possible", ApplicantActs.mayChooseResult(dossier));
        model.addAttribute("channel", channel.name());
        model.addAttribute("address", address);
        model.addAttribute("longest", LONGEST);
        model.addAttribute("problems", problems);
        return "mine/result-channel";
    }
}

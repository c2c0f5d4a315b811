package vn.motcua.mine;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.documents.Documents;
import vn.motcua.documents.PrintForm;
import vn.motcua.documents.Printout;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.AttachmentHolder;
import vn.motcua.dossier.Dossier;
import vn.motcua.files.FileShelf;
import vn.motcua.page.EnginePage;
import vn.motcua.refusal.Refusal;
import vn.motcua.statistics.Ratings;

/** An applicant's own dossier: where it is, what it waits for, its result and forms, and what the applicant thinks of it. */
@EnginePage
@RequestMapping("/account/dossiers/{code}")
class MyDossierPage {

    static final int LONGEST_COMMENT = 2000;

    private final OwnDossiers own;
    private final MyDossierSheet sheet;
    private final FileShelf shelf;
    private final Documents documents;
    private final Ratings ratings;
    private final MessageSource messages;

    MyDossierPage(
            OwnDossiers own,
            MyDossierSheet sheet,
            FileShelf shelf,
            Documents documents,
            Ratings ratings,
            MessageSource messages) {
        this.own = own;
        this.sheet = sheet;
        this.shelf = shelf;
        this.documents = documents;
        this.ratings = ratings;
        this.messages = messages;
    }

    @GetMapping
    String page(@AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, Model model) {
        return show(who, own.get(who, code), "", "", Map.of(), model);
    }

    @PostMapping("/rating")
    String rate(
            @AuthenticationPrincipal SignedInApplicant who,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String stars,
            @RequestParam(defaultValue = "") String comment,
            HttpServletResponse response,
            Model model) {
        Dossier dossier = own.get(who, code);
        String word = SupplementAnswers.storable(comment).strip();
        Problems problems = new Problems(messages)
                .when(!stars.matches("[1-5]"), "stars", "mine.rating.noStars")
                .when(Problems.length(word) > LONGEST_COMMENT, "comment", "mine.tooLong", LONGEST_COMMENT);
        if (!problems.none() && ratings.of(dossier.id()).isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(who, dossier, stars, word, problems.told(), model);
        }
        try {
            if (ratings.of(dossier.id()).isEmpty()) {
                ratings.give(code, Integer.parseInt(stars), word);
            }
        } catch (Refusal ratedMeanwhileOrNotEnded) {
            return "redirect:/account/dossiers/{code}";
        }
        return "redirect:/account/dossiers/{code}#rating";
    }

    @GetMapping("/files/{id:\\d{1,18}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, @PathVariable long id) {
        Dossier dossier = own.get(who, code);
        Attachment file = shelf.find(AttachmentHolder.dossier(dossier.id()), id);
        if (!MyDossierSheet.isFor(who, dossier, file)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return shelf.answer(file, true);
    }

    /** A form as the desk prints it, with the number that it has or gets by being printed. */
    @GetMapping("/print/{form}")
    ResponseEntity<byte[]> print(
            @AuthenticationPrincipal SignedInApplicant who, @PathVariable String code, @PathVariable String form) {
        Dossier dossier = own.get(who, code);
        PrintForm wanted = Optional.of(form)
                .flatMap(PrintForm::named)
                .filter(sheet.prints(dossier)::contains)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Printout printout = documents.print(dossier, wanted, who.actor());
        ContentDisposition saved = ContentDisposition.attachment()
                .filename(printout.fileName(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, saved.toString())
                .body(printout.pdf());
    }

    private String show(
            SignedInApplicant who,
            Dossier dossier,
            String stars,
            String comment,
            Map<String, String> problems,
            Model model) {
        model.addAttribute("shown", sheet.of(who, dossier));
        model.addAttribute("stars", stars);
        model.addAttribute("comment", comment);
        model.addAttribute("longest", LONGEST_COMMENT);
        model.addAttribute("problems", problems);
        return "mine/dossier";
    }
}

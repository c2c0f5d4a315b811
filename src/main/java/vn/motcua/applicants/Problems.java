package vn.motcua.applicants;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import vn.motcua.people.Sentence;

/** Shows a page again with what was wrong on it. */
final class Problems {

    private Problems() {}

    static String show(String page, Map<String, Sentence> problems, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("problems", problems);
        return page;
    }

    /** Too many letters were asked for: one must wait. */
    static String wait(String page, String field, Duration wait, HttpServletResponse response, Model model) {
        model.addAttribute("problems", Map.of(field, SignInRefused.tooMany(wait)));
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(wait.toSeconds() + 1));
        return page;
    }

    static String gone(String page, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return page;
    }
}

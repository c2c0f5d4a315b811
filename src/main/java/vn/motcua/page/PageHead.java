package vn.motcua.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells every page its own address in the other language. */
@ControllerAdvice(annotations = Controller.class)
@ConditionalOnWebApplication
class PageHead {

    @ModelAttribute("otherLanguage")
    String otherLanguage(HttpServletRequest request, Locale locale) {
        String other = locale.equals(Locale.ENGLISH) ? "vi" : "en";
        return ServletUriComponentsBuilder.fromRequestUri(request)
                .query(request.getMethod().equals("GET") ? request.getQueryString() : null)
                .replaceQueryParam(LanguageChoice.PARAMETER, other)
                .scheme(null)
                .host(null)
                .port(-1)
                .build()
                .toUriString();
    }
}

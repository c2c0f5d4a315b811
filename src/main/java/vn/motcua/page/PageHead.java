package vn.motcua.page;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.UriComponentsBuilder;

/** Tells every page its own address in the other language; none where opening it anew would not show it. */
@ControllerAdvice(annotations = Controller.class)
@ConditionalOnWebApplication
class PageHead {

    @ModelAttribute("otherLanguage")
    @Nullable
    String otherLanguage(HttpServletRequest request, Locale locale) {
        boolean opened = request.getMethod().equals("GET");
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        String path = path(request);
        // Two slashes would name another server.
        if ((failed && !opened) || path.startsWith("//")) {
            return null;
        }
        return UriComponentsBuilder.fromUriString(path)
                .query(opened ? request.getQueryString() : null)
                .replaceQueryParam(LanguageChoice.PARAMETER, locale.equals(Locale.ENGLISH) ? "vi" : "en")
                .build()
                .toUriString();
    }

    /** As the browser asked for it, before the container went on to another page. */
    private static String path(HttpServletRequest request) {
        return Stream.of(RequestDispatcher.ERROR_REQUEST_URI, RequestDispatcher.FORWARD_REQUEST_URI)
                .map(request::getAttribute)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse(request.getRequestURI());
    }
}

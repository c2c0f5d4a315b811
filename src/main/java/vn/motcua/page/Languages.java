package vn.motcua.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Vietnamese unless the user chose English, which a cookie remembers; scripts of Camunda's web applications read it too.
 * Other languages are not known.
 */
final class Languages extends CookieLocaleResolver {

    static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    static final Map<String, Locale> KNOWN = Map.of("vi", VIETNAMESE, "en", Locale.ENGLISH);

    private static final Duration REMEMBERED = Duration.ofDays(365);

    Languages() {
        super("language");
        setDefaultLocale(VIETNAMESE);
        setRejectInvalidCookies(false);
        setCookieMaxAge(REMEMBERED);
        setCookieHttpOnly(false);
        setCookieSameSite("Lax");
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return KNOWN.getOrDefault(super.resolveLocale(request).getLanguage(), VIETNAMESE);
    }
}

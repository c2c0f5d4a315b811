package vn.motcua.cockpit;

import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.context.i18n.LocaleContextHolder;

/** Answers in which the server words something: Vietnamese, or English where the scripts say that they speak it. */
final class Spoken {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private Spoken() {}

    static <T> T in(Asked asked, Supplier<T> answer) {
        boolean english = asked.text("lang").filter("en"::equals).isPresent();
        LocaleContextHolder.setLocale(english ? Locale.ENGLISH : VIETNAMESE);
        try {
            return answer.get();
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}

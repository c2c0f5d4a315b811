package vn.motcua.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Stretches of working time in words, such as "1 ngày 3 giờ". In the language of the request. */
@Component
class WorkSpans {

    private final MessageSource messages;

    WorkSpans(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Minutes are told only of what is shorter than a day.
     *
     * @param perDay how much office time makes a day
     */
    String words(Duration span, Duration perDay) {
        long day = Math.max(1, perDay.toMinutes());
        long days = span.toMinutes() / day;
        Duration rest = Duration.ofMinutes(span.toMinutes() % day);
        List<String> parts = new ArrayList<>();
        add(parts, "deadline.days", days);
        add(parts, "deadline.hours", rest.toHours());
        add(parts, "deadline.minutes", days == 0 ? rest.toMinutesPart() : 0);
        return parts.isEmpty() ? say("dossier.time.moment") : String.join(" ", parts);
    }

    private void add(List<String> parts, String key, long amount) {
        if (amount > 0) {
            parts.add(say(key, amount));
        }
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}

package vn.motcua.people;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.motcua.refusal.Refusal;

/** Says a sentence in a language. */
@Component
class Sentences {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;

    Sentences(MessageSource messages) {
        this.messages = messages;
    }

    String say(Sentence sentence, Locale language) {
        return messages.getMessage(sentence, language);
    }

    /** For programs and the command line, which are answered in Vietnamese. */
    String vietnamese(Sentence sentence) {
        return say(sentence, VIETNAMESE);
    }

    Refusal refusal(Sentence sentence) {
        return new Refusal(vietnamese(sentence));
    }

    /** What is wrong by field, in the same order. */
    Map<String, String> say(Map<String, Sentence> problems, Locale language) {
        Map<String, String> said = new LinkedHashMap<>();
        problems.forEach((field, problem) -> said.put(field, say(problem, language)));
        return said;
    }
}

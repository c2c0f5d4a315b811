package vn.motcua.desk;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.EventKind;

/** What was decided and what happened, as it is told afterwards, in the language of the request. */
@Component
class DecisionWords {

    private final MessageSource messages;

    DecisionWords(MessageSource messages) {
        this.messages = messages;
    }

    /** @param decision the value of an option; as it is where a form has one that nobody knows */
    String of(Object decision) {
        return say("task.decision." + decision, decision.toString());
    }

    String of(EventKind event) {
        return say("task.event." + event, event.vietnamese());
    }

    private String say(String key, String otherwise) {
        String words = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return words == null ? otherwise : words;
    }
}

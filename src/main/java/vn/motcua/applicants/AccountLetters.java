package vn.motcua.applicants;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.notification.Outbox;
import vn.motcua.page.PublicAddress;

/** Letters about accounts, in the language of the page that they were asked for on. */
@Component
class AccountLetters {

    private final Outbox outbox;
    private final PublicAddress pages;
    private final MessageSource messages;

    AccountLetters(Outbox outbox, PublicAddress pages, MessageSource messages) {
        this.outbox = outbox;
        this.pages = pages;
        this.messages = messages;
    }

    /** Says nothing that was typed: whoever types it may send it to anybody. */
    void confirm(String email, String token, Locale language) {
        send("account-confirm", "account.mail.confirm", email, language, link("/account/verify", token));
    }

    /** For an address that has an account already: only its owner learns so. */
    void known(String email, String fullName, Locale language) {
        send(
                "account-known",
                "account.mail.known",
                email,
                language,
                fullName,
                pages.of("/account/sign-in"),
                pages.of("/account/forgotten"));
    }

    void reset(String email, String fullName, String token, Locale language) {
        send("account-reset", "account.mail.reset", email, language, fullName, link("/account/reset", token));
    }

    /** After the password was set anew, so that its owner learns of it if it was somebody else. */
    void changed(String email, String fullName, Locale language) {
        send("account-password", "account.mail.changed", email, language, fullName, pages.of("/account/forgotten"));
    }

    private void send(String kind, String key, String email, Locale language, Object... values) {
        outbox.mail(
                null,
                kind,
                email,
                messages.getMessage(key + ".subject", null, language),
                messages.getMessage(key + ".body", values, language));
    }

    private String link(String path, String token) {
        return UriComponentsBuilder.fromUriString(pages.of(path))
                .queryParam("token", token)
                .toUriString();
    }
}

package vn.motcua.applicants;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.motcua.notification.Outbox;

/** AccountLetters about accounts, in the language of the page that they were asked for on. */
@Component
class AccountLetters {

    private final Outbox outbox;
    private final LinkAddress publicUrl;
    private final MessageSource messages;

    AccountLetters(Outbox outbox, LinkAddress publicUrl, MessageSource messages) {
        this.outbox = outbox;
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    void confirm(String email, String fullName, String token, Locale language) {
        send("account-confirm", "account.mail.confirm", email, language, fullName, link("/account/verify", token));
    }

    /** For an address that has an account already: only its owner learns so. */
    void known(String email, String fullName, Locale language) {
        send(
                "account-known",
                "account.mail.known",
                email,
                language,
                fullName,
                publicUrl.of("/account/sign-in"),
                publicUrl.of("/account/forgotten"));
    }

    void reset(String email, String fullName, String token, Locale language) {
        send("account-reset", "account.mail.reset", email, language, fullName, link("/account/reset", token));
    }

    /** After the password was set anew, so that its owner learns of it if it was somebody else. */
    void changed(String email, String fullName, Locale language) {
        send("account-password", "account.mail.changed", email, language, fullName, publicUrl.of("/account/forgotten"));
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
        return UriComponentsBuilder.fromUriString(publicUrl.of(path))
                .queryParam("token", token)
                .toUriString();
    }
}

package vn.motcua.notification;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import vn.motcua.notification.Delivery.Outcome;

/** What a mail server's refusal means for a letter. */
final class SmtpAnswer {

    private static final int ANSWERED = 400;
    private static final int PERMANENT = 500;
    private static final String END_OF_LETTER = ".";

    private SmtpAnswer() {}

    /**
     * Of the recipient or the letter, the server's word is final if it says so; of the sender it is a matter of settings.
     * Where the server had the whole letter and said nothing, it may have taken it or not.
     */
    static Delivery of(MessagingException failure) {
        for (Exception each = failure; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException address) {
                return Delivery.of(outcome(address.getReturnCode(), Outcome.PUT_OFF), each);
            }
        }
        return failure instanceof SMTPSendFailedException command
                ? Delivery.of(outcome(command), failure)
                : Delivery.of(Outcome.UNSURE, failure);
    }

    private static Outcome outcome(SMTPSendFailedException failure) {
        String command = failure.getCommand() == null ? END_OF_LETTER : failure.getCommand();
        if (command.startsWith("MAIL")) {
            return Outcome.PUT_OFF;
        }
        return outcome(failure.getReturnCode(), command.equals(END_OF_LETTER) ? Outcome.UNSURE : Outcome.PUT_OFF);
    }

    /** @param unanswered what it is where the server closed the connection instead of answering */
    private static Outcome outcome(int code, Outcome unanswered) {
        return code < ANSWERED ? unanswered : code < PERMANENT ? Outcome.PUT_OFF : Outcome.REFUSED;
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException chain ? chain.getNextException() : null;
    }
}

package vn.motcua.notification;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as people type them: one, plain, without anything that would mean more to a mail server. */
final class MailAddresses {

    /** What RFC 5321 allows for. */
    private static final int LONGEST = 254;

    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private MailAddresses() {}

    static Optional<InternetAddress> of(String text) {
        String address = text.strip();
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            InternetAddress parsed = new InternetAddress(address, true);
            return Optional.of(parsed).filter(same -> address.equals(same.getAddress()));
        } catch (AddressException e) {
            return Optional.empty();
        }
    }
}

package vn.motcua.notification;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/** A letter as e-mail: plain text and HTML of the same, told apart from what people write, under an id that stays. */
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;

    private MailMessage(Session session, String id) {
        super(session);
        this.id = id;
    }

    static MimeMessage of(Session session, Letter letter, InternetAddress from, InternetAddress to, Date sent) {
        String domain = from.getAddress().substring(from.getAddress().indexOf('@'));
        MailMessage message = new MailMessage(session, "<" + letter.id() + domain + ">");
        try {
            write(message, letter, from, to, sent);
        } catch (MessagingException e) {
            throw new IllegalStateException("A letter cannot be written as e-mail", e);
        }
        return message;
    }

    private static void write(MimeMessage message, Letter letter, InternetAddress from, InternetAddress to, Date sent)
            throws MessagingException {
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, to);
        message.setSubject(letter.subject(), UTF_8);
        message.setSentDate(sent);
        message.setHeader("Auto-Submitted", "auto-generated");
        MimeMultipart parts = new MimeMultipart("alternative");
        parts.addBodyPart(part(letter.text(), "plain"));
        String html = letter.html();
        if (html != null) {
            parts.addBodyPart(part(html, "html"));
        }
        message.setContent(parts);
        message.saveChanges();
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, type);
        return part;
    }

    /** So that a mail server that is handed the same letter twice can tell. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}

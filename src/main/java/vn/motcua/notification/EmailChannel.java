package vn.motcua.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import vn.motcua.notification.Delivery.Outcome;

/** Letters by SMTP, by the settings spring.mail.*; without a host there they wait. */
@Component
class EmailChannel implements Postman.Channel {

    private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

    private final @Nullable JavaMailSenderImpl server;
    private final Optional<InternetAddress> from;
    private final Clock clock;

    /** @param from such as "Một cửa Lạng Sơn <motcua@langson.gov.vn>"; without it the user name is the address */
    EmailChannel(
            ObjectProvider<JavaMailSenderImpl> server,
            @Value("${motcua.mail.from:${spring.mail.username:}}") String from,
            Clock clock) {
        JavaMailSenderImpl known = server.getIfAvailable();
        this.server = known != null && StringUtils.hasText(known.getHost()) ? known : null;
        this.from = sender(from);
        this.clock = clock;
        if (this.server != null) {
            limit(this.server.getJavaMailProperties(), protocol(this.server));
        }
        if (this.server != null && this.from.isEmpty()) {
            LOG.error("motcua.mail.from is no address that letters can come from; they wait");
        }
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public String field() {
        return "email";
    }

    @Override
    public boolean isOpen() {
        return server != null && from.isPresent();
    }

    /** What fails before the server was told of the letter can be tried again; afterwards only its answer tells. */
    @Override
    public Delivery deliver(Letter letter) {
        Optional<InternetAddress> to = MailAddresses.of(letter.recipient());
        if (server == null || from.isEmpty()) {
            return Delivery.of(Outcome.UNREACHABLE);
        }
        if (to.isEmpty()) {
            return Delivery.of(Outcome.NO_ADDRESS);
        }
        Session session = server.getSession();
        MimeMessage message = MailMessage.of(session, letter, from.get(), to.get(), Date.from(clock.instant()));
        try {
            Transport transport = session.getTransport(protocol(server));
            transport.connect(server.getHost(), server.getPort(), server.getUsername(), server.getPassword());
            return handOver(transport, message);
        } catch (MessagingException e) {
            return Delivery.of(Outcome.UNREACHABLE, e);
        }
    }

    private static Delivery handOver(Transport transport, MimeMessage message) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Delivery.of(Outcome.SENT);
        } catch (MessagingException e) {
            return SmtpAnswer.of(e);
        } finally {
            close(transport);
        }
    }

    /** What goes wrong now changes nothing for a letter that the server has taken. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("The mail server was left without a word", e);
        }
    }

    private static String protocol(JavaMailSenderImpl server) {
        return StringUtils.hasText(server.getProtocol()) ? server.getProtocol() : JavaMailSenderImpl.DEFAULT_PROTOCOL;
    }

    /** By themselves the connections of the mail library wait for ever. */
    private static void limit(Properties properties, String protocol) {
        properties.putIfAbsent("mail." + protocol + ".connectiontimeout", "10000");
        properties.putIfAbsent("mail." + protocol + ".timeout", "60000");
        properties.putIfAbsent("mail." + protocol + ".writetimeout", "60000");
    }

    private static Optional<InternetAddress> sender(String text) {
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            if (parsed.length != 1) {
                return Optional.empty();
            }
            Optional<InternetAddress> address = MailAddresses.of(parsed[0].getAddress());
            if (address.isPresent() && parsed[0].getPersonal() != null) {
                address.get().setPersonal(parsed[0].getPersonal(), StandardCharsets.UTF_8.name());
            }
            return address;
        } catch (MessagingException | UnsupportedEncodingException e) {
            return Optional.empty();
        }
    }
}

package vn.motcua.notification;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;

/**
 * The letters to the applicant at each turn of a dossier. They are written with the ledger row, in one statement, and
 * only where the dossier's fields hold an address; what they say is worded when they are sent.
 */
@Component
public class TurnLetters implements Dossiers.WriteAlong {

    private static final Set<EventKind> TOLD = EnumSet.of(
            EventKind.ACCEPTED,
            EventKind.NOT_ACCEPTED,
            EventKind.SUPPLEMENT_ASKED,
            EventKind.SUPPLEMENT_RECEIVED,
            EventKind.PAYMENT_ASKED,
            EventKind.WITHDRAWAL_DECLINED,
            EventKind.EXTENDED,
            EventKind.REAPPOINTED,
            EventKind.REFUSED,
            EventKind.RESOLVED,
            EventKind.WITHDRAWN,
            EventKind.STOPPED);

    /** The filing comes before the fields are stored: it is written by itself. */
    private static final int FIRST = 1;

    private final List<Postman.Channel> channels;
    private final String insert;
    private final JdbcClient jdbc;

    TurnLetters(List<Postman.Channel> channels, JdbcClient jdbc) {
        this.channels = channels;
        this.jdbc = jdbc;
        this.insert = """
                insert into motcua.outbox (dossier_id, kind, channel, recipient, event_seq, body, created_at)
                select f.dossier_id, '%%s', c.name, f.fields ->> c.field, :seq, '', :recorded
                from motcua.dossier_fields f, (values %s) as c (name, field)
                where f.dossier_id = :id and f.fields ->> c.field <> ''
                """.formatted(channels.stream()
                .map(each -> "('%s', '%s')".formatted(word(each.name()), word(each.field())))
                .collect(Collectors.joining(", ")));
    }

    @Override
    public Optional<String> sql(EventKind kind) {
        return TOLD.contains(kind) ? Optional.of(insert.formatted(kind(kind))) : Optional.empty();
    }

    /**
     * The receipt of an online filing.
     *
     * @param fields of the dossier, stored in this transaction
     */
    public void filed(Dossier dossier, Map<String, Object> fields) {
        boolean reachable = channels.stream()
                .anyMatch(each -> fields.get(each.field()) instanceof String address && !address.isEmpty());
        if (reachable && dossier.channel() == Channel.ONLINE) {
            jdbc.sql(insert.formatted(kind(EventKind.FILED)))
                    .param("id", dossier.id())
                    .param("seq", FIRST)
                    .param("recorded", dossier.filed())
                    .update();
        }
    }

    /** A readable word, and the name of the template. */
    private static String kind(EventKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** It becomes part of a statement. */
    private static String word(String name) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("Not a plain word: " + name);
        }
        return name;
    }
}

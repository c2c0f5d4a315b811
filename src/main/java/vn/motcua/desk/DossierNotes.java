package vn.motcua.desk;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.forms.Typed;
import vn.motcua.refusal.Refusal;

/** What staff write to each other about a dossier. Nothing is taken back. */
@Component
class DossierNotes {

    static final int LONGEST = 2000;
    static final int SHOWN = 200;

    /** @param name the full name of the author */
    record Note(String name, LocalDateTime at, String body) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DossierNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    void add(long dossierId, String author, @Nullable String text) {
        jdbc.sql("insert into motcua.dossier_note (dossier_id, author, at, body) values (?, ?, ?, ?)")
                .params(dossierId, author, LocalDateTime.now(clock), checked(text))
                .update();
    }

    /** Newest first. */
    List<Note> of(long dossierId) {
        return jdbc.sql("""
                        select coalesce(s.full_name, n.author), n.at, n.body
                        from motcua.dossier_note n left join motcua.staff s on s.username = n.author
                        where n.dossier_id = ? order by n.id desc limit ?
                        """)
                .params(dossierId, SHOWN)
                .query((row, n) -> new Note(row.getString(1), row.getObject(2, LocalDateTime.class), row.getString(3)))
                .list();
    }

    /** PostgreSQL has no text with a NUL; a browser ends its lines with two characters. */
    private static String checked(@Nullable String text) {
        String body =
                text == null ? "" : Typed.storable(text).replace("\r\n", "\n").strip();
        if (body.isEmpty()) {
            throw new Refusal("Hãy viết nội dung ghi chú");
        }
        int length = body.codePointCount(0, body.length());
        if (length > LONGEST) {
            throw new Refusal("Ghi chú dài %d ký tự; hãy rút xuống còn nhiều nhất %d ký tự".formatted(length, LONGEST));
        }
        return body;
    }
}

package vn.motcua.documents;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;

/**
 * Numbers printed forms in a yearly sequence per agency and form, once per occasion. A transaction that fails leaves no
 * gap, for the number is counted in it.
 */
@Component
class DocumentNumbers {

    /**
     * What a form was first printed as; printing again repeats it.
     *
     * @param set whose template it was printed on
     * @param at when it was first printed
     */
    record Numbered(int number, int year, FormSet set, LocalDateTime at) {}

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Clock clock;

    DocumentNumbers(JdbcClient jdbc, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** The number that the form has for its occasion, given now if it was not printed before. */
    @Transactional
    Numbered give(Dossier dossier, PrintForm form, int occasion, FormSet set, String username) {
        return find(dossier, form, occasion).orElseGet(() -> {
            // Two people who print at once wait here for each other, and the second finds the number of the first.
            dossiers.lock(dossier.code());
            return find(dossier, form, occasion).orElseGet(() -> next(dossier, form, occasion, set, username));
        });
    }

    private Optional<Numbered> find(Dossier dossier, PrintForm form, int occasion) {
        return jdbc.sql("""
                        select number, year, template_set, printed_at from motcua.printed_document
                        where dossier_id = ? and form = ? and occasion = ?
                        """)
                .params(dossier.id(), form.address(), occasion)
                .query((row, n) -> new Numbered(
                        row.getInt(1),
                        row.getInt(2),
                        FormSet.ofCode(row.getString(3)),
                        row.getObject(4, LocalDateTime.class)))
                .optional();
    }

    private Numbered next(Dossier dossier, PrintForm form, int occasion, FormSet set, String username) {
        LocalDateTime now = LocalDateTime.now(clock);
        int number = jdbc.sql("""
                        insert into motcua.document_number as known values (?, ?, ?, 1)
                        on conflict (agency_id, form, year) do update set last = known.last + 1 returning last
                        """)
                .params(dossier.agencyId(), form.address(), now.getYear())
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into motcua.printed_document
                            (dossier_id, form, occasion, agency_id, year, number, template_set, printed_by, printed_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        dossier.id(),
                        form.address(),
                        occasion,
                        dossier.agencyId(),
                        now.getYear(),
                        number,
                        set.code(),
                        username,
                        now)
                .update();
        return new Numbered(number, now.getYear(), set, now);
    }
}

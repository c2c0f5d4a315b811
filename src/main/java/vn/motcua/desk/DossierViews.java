package vn.motcua.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.people.SignedIn;

/** Who looked at a dossier and when. Looking again within ten minutes is the same look. */
@Component
class DossierViews {

    static final int SHOWN = 200;
    private static final Duration SAME_LOOK = Duration.ofMinutes(10);

    /**
     * @param name the full name
     * @param group of the person today
     * @param agency of the person today, null for somebody above all of them
     */
    record View(
            String name, @Nullable String group, @Nullable String agency, LocalDateTime at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DossierViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two pages opened at once are one look too: the second waits for the first. */
    @Transactional
    void seen(SignedIn who, long dossierId) {
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("dossier view %d %s".formatted(dossierId, who.username()))
                .query((row, n) -> 0)
                .list();
        jdbc.sql("""
                        insert into motcua.dossier_view (dossier_id, viewer, at)
                        select :dossier, :viewer, :now where not exists (select from motcua.dossier_view
                            where dossier_id = :dossier and viewer = :viewer and at > :before)
                        """)
                .param("dossier", dossierId)
                .param("viewer", who.username())
                .param("now", now)
                .param("before", now.minus(SAME_LOOK))
                .update();
    }

    /** Newest first. */
    List<View> of(long dossierId) {
        return jdbc.sql("""
                        select coalesce(s.full_name, v.viewer), s.staff_group, a.name, v.at
                        from motcua.dossier_view v left join motcua.staff s on s.username = v.viewer
                            left join motcua.agency a on a.id = s.agency_id
                        where v.dossier_id = ? order by v.id desc limit ?
                        """)
                .params(dossierId, SHOWN)
                .query((row, n) -> new View(
                        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDateTime.class)))
                .list();
    }
}

package vn.motcua.desk;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Dossier;
import vn.motcua.people.SignedIn;

/** Who looked at what of a dossier and when. Looking at the same again within ten minutes is the same look. */
@Component
class DossierViews {

    static final int SHOWN = 200;
    private static final Duration SAME_LOOK = Duration.ofMinutes(10);

    /** What was looked at. */
    enum Kind {
        /** A page of the dossier. */
        PAGE,
        /** A task on the desk. */
        TASK,
        /** A task in Camunda's Tasklist. */
        TASKLIST,
        PRINT,
        FILE,
        /** What a leader reads before signing many. */
        SUMMARY
    }

    /**
     * @param detail the name of the task, form or file, null for all else
     * @param name the full name
     * @param group of the person today
     * @param agency of the person today, null for somebody above all of them
     */
    record View(
            Kind kind,
            @Nullable String detail,
            String name,
            @Nullable String group,
            @Nullable String agency,
            LocalDateTime at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    DossierViews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Two pages opened at once are one look too: the second waits for the first. */
    @Transactional
    void seen(SignedIn who, Kind kind, @Nullable String detail, Collection<Long> dossiers) {
        LocalDateTime now = LocalDateTime.now(clock);
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("dossiers looked at by " + who.username())
                .query((row, n) -> 0)
                .list();
        jdbc.sql("""
                        insert into motcua.dossier_view (dossier_id, viewer, at, kind, detail)
                        select dossier, :viewer, :now, :kind, :detail from unnest(:dossiers) dossier
                        where not exists (select from motcua.dossier_view where dossier_id = dossier and viewer = :viewer
                            and at > :before and kind = :kind and detail is not distinct from :detail)
                        """)
                .param("dossiers", dossiers.toArray(Long[]::new))
                .param("viewer", who.username())
                .param("now", now)
                .param("kind", kind.name())
                .param("detail", detail, Types.VARCHAR)
                .param("before", now.minus(SAME_LOOK))
                .update();
    }

    /** A page of a dossier was opened. */
    void seen(SignedIn who, Dossier dossier) {
        seen(who, Kind.PAGE, null, List.of(dossier.id()));
    }

    /** Newest first. */
    List<View> of(long dossierId) {
        return jdbc.sql("""
                        select v.kind, v.detail, coalesce(s.full_name, v.viewer), s.staff_group, a.name, v.at
                        from motcua.dossier_view v left join motcua.staff s on s.username = v.viewer
                            left join motcua.agency a on a.id = s.agency_id
                        where v.dossier_id = ? order by v.id desc limit ?
                        """)
                .params(dossierId, SHOWN)
                .query((row, n) -> new View(
                        Kind.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getObject(6, LocalDateTime.class)))
                .list();
    }
}

package vn.motcua.dossier;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which papers were handed in at the desk, as originals or copies and how many. Every count is kept, the last one counts. */
@Component
public class Papers {

    private final JdbcClient jdbc;
    private final Clock clock;

    Papers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** As last counted, in the order of the procedure; empty where nobody counted. */
    public List<Paper> of(long dossierId) {
        return jdbc.sql("""
                        select name, required_originals, required_copies, originals, copies from motcua.dossier_paper
                        where dossier_id = :dossier
                            and round = (select max(round) from motcua.dossier_paper where dossier_id = :dossier)
                        order by position
                        """)
                .param("dossier", dossierId)
                .query((row, n) ->
                        new Paper(row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
                .list();
    }

    /** Somebody has counted all papers. */
    @Transactional
    public void counted(long dossierId, List<Paper> papers, String actor) {
        jdbc.sql("""
                        insert into motcua.dossier_paper
                        select ?, (select coalesce(max(round), 0) + 1 from motcua.dossier_paper where dossier_id = ?),
                            p.position, p.name, p.required_originals, p.required_copies, p.originals, p.copies, ?, ?
                        from unnest(?, ?, ?, ?, ?) with ordinality
                            as p (name, required_originals, required_copies, originals, copies, position)
                        """)
                .params(dossierId, dossierId, actor, LocalDateTime.now(clock))
                .param(papers.stream().map(Paper::name).toArray(String[]::new))
                .param(papers.stream().map(Paper::requiredOriginals).toArray(Integer[]::new))
                .param(papers.stream().map(Paper::requiredCopies).toArray(Integer[]::new))
                .param(papers.stream().map(Paper::originals).toArray(Integer[]::new))
                .param(papers.stream().map(Paper::copies).toArray(Integer[]::new))
                .update();
    }
}

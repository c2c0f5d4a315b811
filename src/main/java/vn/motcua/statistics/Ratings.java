package vn.motcua.statistics;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.refusal.Refusal;

/** What applicants think of how their dossiers were handled: one to five stars and a word, once for each dossier. */
@Component
public class Ratings {

    private static final int MOST = 5;
    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Dossiers dossiers;
    private final Clock clock;

    Ratings(JdbcClient jdbc, Dossiers dossiers, Clock clock) {
        this.jdbc = jdbc;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /**
     * Takes down a rating.
     *
     * @param stars 1 to 5
     * @param comment blank for none
     * @throws Refusal before the dossier has ended, and where it was rated before
     */
    @Transactional
    public void give(String code, int stars, String comment) {
        Dossier dossier = dossiers.lock(code);
        String word = comment.strip();
        if (!dossier.status().isEnded()) {
            throw new Refusal("Hồ sơ %s chưa có kết quả; hãy đánh giá sau khi có kết quả".formatted(code));
        }
        if (stars < 1 || stars > MOST) {
            throw new Refusal("Hãy chọn từ 1 đến 5 sao");
        }
        if (word.codePointCount(0, word.length()) > LONGEST) {
            throw new Refusal("Nhận xét dài quá 2.000 ký tự; hãy viết ngắn hơn");
        }
        if (of(dossier.id()).isPresent()) {
            throw new Refusal("Hồ sơ %s đã được đánh giá".formatted(code));
        }
        insert(dossier, stars, word.isEmpty() ? null : word);
    }

    private void insert(Dossier dossier, int stars, @Nullable String comment) {
        jdbc.sql("""
                        insert into motcua.rating (dossier_id, agency_id, version_id, stars, comment, rated_at)
                        values (:dossier, :agency, :version, :stars, :comment, :at)
                        """)
                .param("dossier", dossier.id())
                .param("agency", dossier.agencyId())
                .param("version", dossier.versionId())
                .param("stars", stars)
                .param("comment", comment, Types.VARCHAR)
                .param("at", LocalDateTime.now(clock))
                .update();
    }

    /** The stars a dossier was given, empty where it was not rated. */
    public OptionalInt of(long dossierId) {
        return jdbc.sql("select stars from motcua.rating where dossier_id = ?")
                .param(dossierId)
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }
}

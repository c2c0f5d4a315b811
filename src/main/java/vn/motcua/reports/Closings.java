package vn.motcua.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.people.SignedIn;
import vn.motcua.refusal.Refusal;

/** Periods that were signed off, with their reports as they were then. */
@Component
public class Closings {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcClient jdbc;
    private final Reports reports;
    private final Clock clock;

    Closings(JdbcClient jdbc, Reports reports, Clock clock) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.clock = clock;
    }

    /** What somebody has in front of them before signing: every report as it is kept, and a mark by which it is known again. */
    record Draft(Map<ReportKind, String> contents) {

        String mark() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                contents.values().forEach(content -> digest.update(content.getBytes(StandardCharsets.UTF_8)));
                return HexFormat.of().formatHex(digest.digest());
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        Report report(ReportKind kind) {
            return read(contents.getOrDefault(kind, ""));
        }
    }

    Optional<Closing> find(ReportQuery query) {
        return jdbc.sql("""
                        select * from motcua.report_closing
                        where agency_id = ? and first_day = ? and last_day = ?
                        """)
                .params(query.agency().id(), query.from(), query.to())
                .query(Closings::closing)
                .optional();
    }

    /** The latest of these agencies, the last signed first. */
    List<Closing> latest(Set<Integer> agencies, int most) {
        return jdbc.sql("""
                        select * from motcua.report_closing where agency_id = any (?) order by signed_at desc, id desc limit ?
                        """)
                .params(agencies.toArray(Integer[]::new), most)
                .query(Closings::closing)
                .list();
    }

    /** The report as it was signed. */
    Report report(Closing closing, ReportKind kind) {
        return read(jdbc.sql("select content from motcua.report_snapshot where closing_id = ? and kind = ?")
                .params(closing.id(), kind.name())
                .query(String.class)
                .single());
    }

    /** @throws Refusal while the period is not over */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    Draft draft(ReportQuery query) {
        if (!query.isOver()) {
            throw new Refusal("Kỳ báo cáo đến hết ngày %s chưa kết thúc; chỉ chốt được sau ngày đó"
                    .formatted(VietnameseDates.day(query.to())));
        }
        Map<ReportKind, String> contents = new EnumMap<>(ReportKind.class);
        ReportKind.signed().forEach(kind -> contents.put(kind, write(reports.of(query.of(kind)))));
        return new Draft(contents);
    }

    /**
     * Signs off what somebody has seen. The second of two people, or of two clicks, changes nothing.
     *
     * @param mark of the draft that was seen
     * @return false where the figures have changed since
     * @throws Refusal while the period is not over, or history is being imported
     * @throws org.springframework.dao.ConcurrencyFailureException where somebody else signed at the same moment
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public boolean sign(ReportQuery query, String mark, SignedIn who) {
        LocalDateTime moment = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
        refuseWhileImporting();
        if (find(query).isPresent()) {
            return true;
        }
        Draft draft = draft(query.asOf(moment));
        if (!draft.mark().equals(mark)) {
            return false;
        }
        Optional<Long> closing = jdbc.sql("""
                        insert into motcua.report_closing
                            (agency_id, first_day, last_day, signed_at, signed_by, signer_name, last_dossier)
                        values (:agency, :from, :to, :moment, :by, :name, (select coalesce(max(id), 0) from motcua.dossier))
                        on conflict do nothing returning id
                        """)
                .param("agency", query.agency().id())
                .param("from", query.from())
                .param("to", query.to())
                .param("moment", moment)
                .param("by", who.username())
                .param("name", who.fullName())
                .query(Long.class)
                .optional();
        closing.ifPresent(id -> draft.contents()
                .forEach((kind, content) -> jdbc.sql("insert into motcua.report_snapshot values (?, ?, ?)")
                        .params(id, kind.name(), content)
                        .update()));
        return true;
    }

    /** An import says of all its rows that they were entered when it began, so none may be half through. */
    private void refuseWhileImporting() {
        boolean free = jdbc.sql("select pg_try_advisory_xact_lock_shared(hashtext('motcua.histories'))")
                .query(Boolean.class)
                .single();
        if (!free) {
            throw new Refusal("Đang nhập sổ hồ sơ nên số liệu chưa yên; hãy chốt lại sau ít phút");
        }
    }

    private static String write(Report report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Report read(String content) {
        try {
            return JSON.readValue(content, Report.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Closing closing(ResultSet row, int n) throws SQLException {
        return new Closing(
                row.getLong("id"),
                row.getInt("agency_id"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getObject("signed_at", LocalDateTime.class),
                row.getString("signed_by"),
                row.getString("signer_name"),
                row.getLong("last_dossier"));
    }
}

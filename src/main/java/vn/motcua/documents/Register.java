package vn.motcua.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.catalogue.Agency;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.Outcome;
import vn.motcua.dossier.Timeliness;
import vn.motcua.refusal.Refusal;

/** The book in which an agency follows the dossiers it received. */
@Component
public class Register {

    private static final int MOST = 5_000;
    private static final DateTimeFormatter DAY_OF_FILE_NAME = DateTimeFormatter.ofPattern("uuuuMMdd");

    private static final String ROWS = """
            select d.code, d.applicant_name, d.channel, d.received_at, d.due_at, d.due_provisional, d.resolved_at,
                d.returned_at, d.outcome, d.timeliness, v.procedure_code, v.name as procedure_name,
                coalesce(f.fields ->> 'sets', '1') as sets, f.fields ->> 'receiver' as receiver, p.number
            from motcua.dossier d
            join motcua.procedure_version v on v.id = d.version_id
            left join motcua.dossier_fields f on f.dossier_id = d.id
            left join lateral (
                select number from motcua.printed_document
                where dossier_id = d.id and form = 'receipt' order by occasion desc limit 1) p on true
            where d.agency_id = :agency and d.received_at >= :from and d.received_at < :after
            order by d.received_at, d.id
            limit :most
            """;

    /** @param receipt the number of the printed receipt, empty where none was printed */
    record Line(
            int order,
            String receipt,
            String code,
            String procedureCode,
            String procedure,
            String sets,
            String applicant,
            String received,
            String due,
            String resolved,
            String returned,
            String channel,
            String receiver,
            String note) {}

    private final JdbcClient jdbc;
    private final FormSets sets;
    private final Templates templates;
    private final PdfRenderer renderer;

    Register(JdbcClient jdbc, FormSets sets, Templates templates, PdfRenderer renderer) {
        this.jdbc = jdbc;
        this.sets = sets;
        this.templates = templates;
        this.renderer = renderer;
    }

    /** What the agency itself received in the period, both days included; on the template of its last day. */
    public Printout print(Agency agency, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            throw new Refusal("Ngày cuối (%s) trước ngày đầu (%s); hãy chọn lại khoảng thời gian"
                    .formatted(VietnameseDates.day(to), VietnameseDates.day(from)));
        }
        List<Line> lines = lines(agency, from, to);
        FormSet set = sets.on(to);
        String page = templates.fill(
                set,
                "register",
                Map.of(
                        "agency", agency.name(),
                        "from", VietnameseDates.day(from),
                        "to", VietnameseDates.day(to),
                        "lines", lines));
        try {
            return new Printout(fileName(agency, from, to), renderer.render(page));
        } catch (IllegalArgumentException malformed) {
            throw templates.unusable(set, "register", malformed);
        }
    }

    private List<Line> lines(Agency agency, LocalDate from, LocalDate to) {
        List<Line> lines = jdbc.sql(ROWS)
                .param("agency", agency.id())
                .param("from", from.atStartOfDay())
                .param("after", to.plusDays(1).atStartOfDay())
                .param("most", MOST + 1)
                .query(Register::line)
                .list();
        if (lines.size() > MOST) {
            throw new Refusal("Khoảng %s – %s có hơn %d hồ sơ, quá nhiều cho một lần in; hãy chọn khoảng ngắn hơn"
                    .formatted(VietnameseDates.day(from), VietnameseDates.day(to), MOST));
        }
        return lines;
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                n + 1,
                told(row.getString("number")),
                row.getString("code"),
                row.getString("procedure_code"),
                row.getString("procedure_name"),
                row.getString("sets"),
                row.getString("applicant_name"),
                moment(row, "received_at"),
                due(row),
                moment(row, "resolved_at"),
                moment(row, "returned_at"),
                Wording.channel(Channel.values()[row.getInt("channel") - 1]),
                told(row.getString("receiver")),
                note(row.getString("outcome"), row.getString("timeliness")));
    }

    private static String told(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String moment(ResultSet row, String column) throws SQLException {
        LocalDateTime moment = row.getObject(column, LocalDateTime.class);
        return moment == null ? "" : Wording.inColumn(moment);
    }

    private static String due(ResultSet row) throws SQLException {
        LocalDateTime due = row.getObject("due_at", LocalDateTime.class);
        if (due == null) {
            return "";
        }
        String told = due.toLocalTime().equals(Deadline.END_OF_DAY)
                ? VietnameseDates.day(due.toLocalDate())
                : Wording.inColumn(due);
        return row.getBoolean("due_provisional") ? told + " (tạm tính)" : told;
    }

    private static String note(@Nullable String outcome, @Nullable String timeliness) {
        return outcome == null || timeliness == null
                ? ""
                : Outcome.valueOf(outcome).vietnamese() + ", "
                        + Timeliness.valueOf(timeliness).vietnamese();
    }

    private static String fileName(Agency agency, LocalDate from, LocalDate to) {
        return "so-theo-doi-%s-%s-%s.pdf"
                .formatted(
                        agency.code().toLowerCase(Locale.ROOT),
                        DAY_OF_FILE_NAME.format(from),
                        DAY_OF_FILE_NAME.format(to));
    }
}

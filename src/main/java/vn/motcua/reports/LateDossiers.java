package vn.motcua.reports;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.refusal.Refusal;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;
import vn.motcua.sla.DossierPage;
import vn.motcua.sla.DossierRow;
import vn.motcua.sla.Listing;
import vn.motcua.sla.Measure;

/** The dossiers that were late, one by one: those still open first, then those resolved late. */
@Component
class LateDossiers {

    static final int MOST = 20_000;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private static final List<Column> COLUMNS = List.of(
            text("applicant"),
            text("procedure"),
            text("agency"),
            text("received"),
            text("due"),
            text("ended"),
            new Column("daysLate", null, 0, true),
            text("lateStep"),
            text("officer"));

    private final Listing listing;

    LateDossiers(Listing listing) {
        this.listing = listing;
    }

    /** @throws Refusal when there are more than anybody reads */
    ReportTable table(ReportQuery query) {
        List<Line> lines = new ArrayList<>();
        for (Measure measure : List.of(Measure.OVERDUE, Measure.LATE)) {
            String cursor = null;
            do {
                DossierPage page = listing.page(query.selection(), measure, cursor, Listing.MOST);
                page.rows().forEach(row -> lines.add(line(lines.size() + 1, row)));
                cursor = page.next();
                refuseTooMany(lines.size());
            } while (cursor != null);
        }
        return new ReportTable(COLUMNS, lines, null);
    }

    private static void refuseTooMany(int dossiers) {
        if (dossiers > MOST) {
            throw new Refusal(
                    "Kỳ này có hơn %d hồ sơ trễ hạn; hãy chọn kỳ ngắn hơn hoặc một đơn vị trực thuộc".formatted(MOST));
        }
    }

    private static Line line(int number, DossierRow row) {
        return new Line(
                String.valueOf(number),
                row.code(),
                row.code(),
                0,
                row.agencyCode(),
                Map.of(),
                List.of(
                        row.applicant(),
                        row.procedureCode() + " – " + row.procedureName(),
                        row.agencyName(),
                        moment(row.received()),
                        due(row.due()),
                        moment(row.ended()),
                        Objects.requireNonNullElse(row.daysLate(), 0).longValue(),
                        Objects.requireNonNullElse(row.lateStep(), ""),
                        officer(row)));
    }

    /** Whoever had the step in which it became late, or else whoever worked on it last. */
    private static String officer(DossierRow row) {
        String then = row.lateStepBy();
        return Objects.requireNonNullElse(then == null ? row.officer() : then, "");
    }

    private static String due(@Nullable LocalDateTime due) {
        return due != null && due.toLocalTime().equals(Deadline.END_OF_DAY)
                ? VietnameseDates.day(due.toLocalDate())
                : moment(due);
    }

    static String moment(@Nullable LocalDateTime moment) {
        return moment == null ? "" : MOMENT.format(moment);
    }

    private static Column text(String key) {
        return new Column(key, null, 0, false);
    }
}

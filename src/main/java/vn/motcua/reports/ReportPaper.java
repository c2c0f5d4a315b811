package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.reports.ReportTable.Column;
import vn.motcua.reports.ReportTable.Line;

/**
 * A report as it stands on paper, in Vietnamese.
 *
 * @param closing null for one that was not signed off
 */
public record ReportPaper(Report report, @Nullable Closing closing, Words words) {

    public @Nullable String form() {
        return report.kind().form() == null
                ? null
                : words.say("form", report.kind().form());
    }

    public String title() {
        return words.paper("title." + report.kind().name());
    }

    /** Kỳ báo cáo: … */
    public String period() {
        String name = words.period(report.choice(), report.year());
        return name.isEmpty() ? words.paper("periodFree") : words.paper("periodNamed", name);
    }

    public String days() {
        return words.say("days", VietnameseDates.day(report.from()), VietnameseDates.day(report.to()));
    }

    /** Up to which moment, where the period was not over. */
    public @Nullable String asOf() {
        LocalDateTime moment = report.asOf();
        return moment == null ? null : words.paper("asOf", VietnameseDates.moment(moment));
    }

    public String reporter() {
        return words.paper("reporter", report.agency());
    }

    public String receiver() {
        return words.paper("receiver", report.receiver() == null ? "…" : report.receiver());
    }

    public String unit() {
        return words.paper("unit." + (report.kind() == ReportKind.LICENCES ? "licences" : "dossiers"));
    }

    public @Nullable String signed() {
        return closing == null
                ? null
                : words.paper("signedOff", closing.signerName(), VietnameseDates.moment(closing.signedAt()));
    }

    public TableHead head() {
        return TableHead.of(report, words);
    }

    public List<Column> columns() {
        return report.table().columns();
    }

    public List<Line> lines() {
        return report.table().lines();
    }

    public @Nullable Line total() {
        return report.table().total();
    }

    public String label(Line line) {
        return words.label(report.kind(), line);
    }
}

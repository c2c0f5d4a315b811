package vn.motcua.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Calendars;
import vn.motcua.refusal.Refusal;

/** The statutory report II.06a over any period of published years, as of any moment. */
@Component
public class Ii06aReport {

    private final Ii06aFigures figures;
    private final Ii06aRecount recount;
    private final Calendars calendars;

    Ii06aReport(Ii06aFigures figures, Ii06aRecount recount, Calendars calendars) {
        this.figures = figures;
        this.recount = recount;
        this.calendars = calendars;
    }

    /**
     * One row per group that has dossiers, in the order of the groups; without grouping always one row, "all".
     *
     * @throws Refusal when the period touches a year without published days, or the agency is unknown
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Ii06aRow> rows(Ii06aQuery query) {
        requirePublished(query.from(), query.to());
        List<Ii06aRow> rows = figures.has(query) ? figures.rows(query) : recount.rows(query);
        if (rows.isEmpty() && query.groupBy() == GroupBy.NONE) {
            return List.of(Ii06aRow.empty("all"));
        }
        rows.stream().filter(row -> !row.addsUp()).findFirst().ifPresent(row -> {
            throw new IllegalStateException("Columns of II.06a do not add up: " + row);
        });
        return rows;
    }

    /** @throws Refusal when a day of the period is in a year without published days */
    public void requirePublished(LocalDate from, LocalDate to) {
        OptionalInt year = calendars.history().latest().firstUnpublishedYear(from, to);
        if (year.isPresent()) {
            throw new Refusal(
                    "Kỳ báo cáo chạm năm %d chưa có lịch nghỉ chính thức nên chưa thể báo cáo; hãy nhập lịch năm đó bằng import-calendar"
                            .formatted(year.getAsInt()));
        }
    }
}

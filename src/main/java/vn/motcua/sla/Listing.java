package vn.motcua.sla;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Calendars;
import vn.motcua.refusal.Refusal;
import vn.motcua.sla.Measure.Reach;
import vn.motcua.statistics.Ii06aReport;

/** The dossiers that a figure counts, none missing and none too many: open ones by their due date, others newest first. */
@Component
public class Listing {

    public static final int MOST = 1_000;

    private static final String PAGE = """
            with page as materialized (
                select seen.*, %1$s as place from (%2$s) seen where %3$s %4$s
                order by place %5$s nulls last, id %5$s limit :size)
            select page.*, d.applicant_name, d.due_provisional, v.procedure_code, v.name as procedure_name,
                a.code as agency_code, a.name as agency_name, coalesce(o.full_name, nullif(page.key_officer, '')) as officer_name,
                late.step as late_step, late.who as late_who, w.name as step, coalesce(h.full_name, w.assignee) as holder,
                f.process_instance_id
            from page
            join motcua.dossier d on d.id = page.id
            join motcua.procedure_version v on v.id = page.version_id
            join motcua.agency a on a.id = page.agency_id
            left join motcua.staff o on o.username = page.key_officer
            left join lateral (
                select name, assignee from motcua.work_item where dossier_id = page.id
                order by urgent_at, task_id limit 1) w on true
            left join motcua.staff h on h.username = w.assignee
            left join motcua.dossier_flow f on f.dossier_id = page.id and w.name is not null
            left join lateral (
                select step, coalesce(p.full_name, work.who) as who
                from (
                    select task_name as step, actor as who, at from motcua.submission
                    where dossier_id = page.id and opened_at <= page.due_at and at > page.due_at
                    union all
                    select name, assignee, timestamp 'infinity' from motcua.work_item
                    where dossier_id = page.id and created_at <= page.due_at and page.resolved_at is null) work
                left join motcua.staff p on p.username = work.who
                where coalesce(page.resolved_at, :judged) > page.due_at
                order by at, step limit 1) late on true
            order by place %5$s nulls last, page.id %5$s
            """;

    private final Found found;
    private final Ii06aReport report;
    private final Calendars calendars;
    private final JdbcClient jdbc;

    Listing(Found found, Ii06aReport report, Calendars calendars, JdbcClient jdbc) {
        this.found = found;
        this.report = report;
        this.calendars = calendars;
        this.jdbc = jdbc;
    }

    /**
     * @param cursor where the page before said that this one begins, null for the first
     * @param size how many rows, from 1 to {@value #MOST}
     * @throws Refusal for a cursor that no page gave, and as {@link Counting#of}
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public DossierPage page(Selection selection, Measure measure, @Nullable String cursor, int size) {
        if (size < 1 || size > MOST) {
            throw new Refusal("Mỗi trang có từ 1 đến %d hồ sơ; hãy chọn lại số dòng".formatted(MOST));
        }
        report.requirePublished(selection.from(), selection.to());
        Place place = Place.parse(cursor);
        MapSqlParameterSource parameters = found.parameters(selection).addValue("size", size + 1);
        if (place != null) {
            parameters.addValue("at", place.at()).addValue("id", place.id());
        }
        Listed.Reader reader =
                new Listed.Reader(selection.judgedAt(), calendars.history().latest());
        List<Listed> rows = jdbc.sql(sql(selection, measure, place != null))
                .paramSource(parameters)
                .query(reader)
                .list();
        boolean more = rows.size() > size;
        List<Listed> shown = more ? rows.subList(0, size) : rows;
        return new DossierPage(
                shown.stream().map(Listed::row).toList(),
                more ? shown.get(size - 1).place().toString() : null);
    }

    private String sql(Selection selection, Measure measure, boolean goesOn) {
        Reach reach = measure.reach();
        // Whoever waits has a due date all the same, so every row has its place.
        String after =
                goesOn ? "and (%s, id) %s (:at, :id)".formatted(reach.order, reach.soonestFirst ? ">" : "<") : "";
        String rows = found.sqlOfRows(selection, reach);
        return PAGE.formatted(reach.order, rows, measure.sql(), after, reach.soonestFirst ? "asc" : "desc");
    }
}

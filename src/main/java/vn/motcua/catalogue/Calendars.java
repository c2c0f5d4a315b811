package vn.motcua.catalogue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.CalendarDay;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.DayKind;
import vn.motcua.calendar.WorkingCalendar;

/** The working calendar as the table holds it; read again whenever a node has changed it. */
@Component
public class Calendars {

    private record Row(long id, CalendarDay day, LocalDateTime knownFrom) {}

    private record Loaded(long lastId, CalendarHistory history) {}

    private final Editions editions;
    private final JdbcClient jdbc;
    private final boolean cultureDay;
    private volatile @Nullable Loaded loaded;

    /** @param cultureDay whether Vietnam Culture Day, 24/11, is among the days proposed for unpublished years */
    Calendars(JdbcClient jdbc, Editions editions, @Value("${motcua.calendar.culture-day:false}") boolean cultureDay) {
        this.jdbc = jdbc;
        this.editions = editions;
        this.cultureDay = cultureDay;
    }

    /** Another number after every change. */
    public long edition() {
        return editions.now().calendar();
    }

    public CalendarHistory history() {
        long lastId = edition();
        Loaded known = loaded;
        if (known == null || known.lastId() != lastId) {
            known = new Loaded(lastId, read());
            loaded = known;
        }
        return known.history();
    }

    /** The years that have at least one official day. */
    public List<Integer> publishedYears() {
        return jdbc.sql(
                        "select distinct extract(year from day)::int from motcua.calendar_day where kind <> 'NONE' order by 1")
                .query(Integer.class)
                .list();
    }

    /**
     * Writes named days. The first days of a year publish it, from the beginning of time; what changes a published year
     * counts from now on. Days that already stand as given are left alone.
     */
    @Transactional
    public Map<Change, Integer> put(Collection<CalendarDay> days, LocalDateTime now) {
        // One importer at a time, or two nodes could each believe that they publish the year.
        jdbc.sql("lock table motcua.calendar_day in share row exclusive mode").update();
        Map<LocalDate, CalendarDay> known = latest();
        List<Integer> published = publishedYears();
        Map<Change, Integer> count = new EnumMap<>(Change.class);
        editions.changed();
        for (CalendarDay day : days) {
            CalendarDay before = known.put(day.date(), day);
            boolean corrects = published.contains(day.date().getYear());
            if (day.equals(before)) {
                count.merge(Change.UNCHANGED, 1, Integer::sum);
                continue;
            }
            count.merge(before == null ? Change.NEW : Change.CHANGED, 1, Integer::sum);
            insert(day, corrects ? now : LocalDateTime.MIN, now);
        }
        return count;
    }

    private void insert(CalendarDay day, LocalDateTime knownFrom, LocalDateTime now) {
        jdbc.sql("""
                        insert into motcua.calendar_day (day, kind, name, known_from, recorded_at)
                        values (:day, :kind, :name, :knownFrom, :now)
                        """)
                .param("day", day.date())
                .param("kind", day.kind().name())
                .param("name", day.name())
                .param("knownFrom", knownFrom)
                .param("now", now)
                .update();
    }

    private Map<LocalDate, CalendarDay> latest() {
        Map<LocalDate, CalendarDay> days = new LinkedHashMap<>();
        rows().forEach(row -> days.put(row.day().date(), row.day()));
        return days;
    }

    private CalendarHistory read() {
        TreeMap<LocalDateTime, WorkingCalendar> versions = new TreeMap<>();
        Map<LocalDate, CalendarDay> days = new LinkedHashMap<>();
        LocalDateTime version = LocalDateTime.MIN;
        for (Row row : rows()) {
            if (row.knownFrom().isAfter(version)) {
                versions.put(version, WorkingCalendar.of(days.values(), cultureDay));
                version = row.knownFrom();
            }
            days.put(row.day().date(), row.day());
        }
        versions.put(version, WorkingCalendar.of(days.values(), cultureDay));
        return new CalendarHistory(versions);
    }

    private List<Row> rows() {
        return jdbc.sql("select id, day, kind, name, known_from from motcua.calendar_day order by known_from, id")
                .query((row, n) -> new Row(
                        row.getLong(1),
                        new CalendarDay(
                                row.getObject(2, LocalDate.class), DayKind.valueOf(row.getString(3)), row.getString(4)),
                        row.getObject(5, LocalDateTime.class)))
                .list();
    }
}

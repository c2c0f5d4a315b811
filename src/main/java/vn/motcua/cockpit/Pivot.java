package vn.motcua.cockpit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.refusal.Refusal;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.Group;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Selection;

/** The figures of a period by one or two axes, beside those of another period if wanted. */
@Component
class Pivot implements Part {

    private static final Set<Measure> FIGURES = EnumSet.of(
            Measure.RECEIVED,
            Measure.NEW,
            Measure.RESOLVED,
            Measure.EARLY,
            Measure.ON_TIME,
            Measure.LATE,
            Measure.OPEN,
            Measure.OVERDUE,
            Measure.DUE_TODAY,
            Measure.AT_RISK,
            Measure.WAITING);

    /** A share needs its base. */
    private static final Set<Measure> WITH_BASES = EnumSet.of(Measure.RECEIVED, Measure.RESOLVED, Measure.LATE);

    private final Selections selections;
    private final Counting counting;

    Pivot(Selections selections, Counting counting) {
        this.selections = selections;
        this.counting = counting;
    }

    /** What rows and columns are made of. */
    enum Axis {
        AGENCY,
        SECTOR,
        PROCEDURE,
        OFFICER,
        CHANNEL,
        STEP,
        /** Of the period; a dossier may stand in several, for what is open is so at the end of each. */
        WEEK;

        @Nullable
        Dimension dimension() {
            return this == WEEK ? null : Dimension.valueOf(name());
        }
    }

    /** @param compared null where nothing is compared */
    record Answer(
            LocalDateTime asOf,
            @Nullable String agency,
            Side shown,
            @Nullable Side compared) {}

    /** @param groups a week's key is its first day, its label the last */
    record Side(LocalDate from, LocalDate to, Map<Measure, Long> total, List<Group> groups) {}

    @Override
    public String address() {
        return "pivot";
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Answer answer(Watcher who, Asked asked) {
        Selection selection = selections.of(who, asked);
        Axis rows = asked.one(Axis.class, "rows").orElse(Axis.AGENCY);
        Axis columns = asked.one(Axis.class, "columns").orElse(null);
        if (rows == columns) {
            throw new Refusal("Dòng và cột phải khác nhau");
        }
        Set<Measure> measures = measures(asked, columns);
        boolean compares = asked.text("from2").isPresent();
        List<Axis> axes = columns == null ? List.of(rows) : List.of(rows, columns);
        return new Answer(
                selection.asOf(),
                selection.agency(),
                side(selection, axes, measures),
                compares ? side(selections.compared(selection, asked), axes, measures) : null);
    }

    private static Set<Measure> measures(Asked asked, @Nullable Axis columns) {
        if (columns == null) {
            return FIGURES;
        }
        Set<Measure> measures = EnumSet.copyOf(WITH_BASES);
        asked.one(Measure.class, "measure").ifPresent(measures::add);
        return measures;
    }

    private Side side(Selection selection, List<Axis> axes, Set<Measure> measures) {
        return new Side(
                selection.from(), selection.to(), counting.of(selection, measures), groups(selection, axes, measures));
    }

    private List<Group> groups(Selection selection, List<Axis> axes, Collection<Measure> measures) {
        List<Dimension> dimensions = new ArrayList<>();
        for (Axis axis : axes) {
            Dimension dimension = axis.dimension();
            if (dimension != null) {
                dimensions.add(dimension);
            }
        }
        int week = axes.indexOf(Axis.WEEK);
        if (week < 0) {
            return counting.by(selection, dimensions, measures);
        }
        List<Group> groups = new ArrayList<>();
        for (Weeks.Week each : Weeks.of(selection.from(), selection.to())) {
            counting.by(selection.during(each.from(), each.to()), dimensions, measures)
                    .forEach(group -> groups.add(of(each, group, week)));
        }
        return groups;
    }

    private static Group of(Weeks.Week week, Group group, int place) {
        List<String> keys = new ArrayList<>(group.keys());
        keys.add(place, week.from().toString());
        List<String> labels = new ArrayList<>(group.labels());
        labels.add(place, week.to().toString());
        return new Group(keys, labels, group.counts());
    }
}

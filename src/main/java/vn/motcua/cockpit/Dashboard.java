package vn.motcua.cockpit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.Group;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Selection;

/** How it stands now and in the period, where it burns, and who and what is late. */
@Component
class Dashboard implements Part {

    private static final int WEEKS = 12;
    private static final Set<Measure> FIGURES = EnumSet.of(
            Measure.RECEIVED,
            Measure.ONLINE,
            Measure.OTHER,
            Measure.CARRIED_OVER,
            Measure.RESOLVED,
            Measure.EARLY,
            Measure.ON_TIME,
            Measure.LATE,
            Measure.OPEN,
            Measure.WITHIN_LIMIT,
            Measure.OVERDUE,
            Measure.WAITING,
            Measure.DUE_TODAY,
            Measure.AT_RISK,
            Measure.WARNED,
            Measure.WARNED_LATE,
            Measure.BECAME_LATE,
            Measure.FORESEEN);
    private static final Set<Measure> RANKED = EnumSet.of(
            Measure.RESOLVED,
            Measure.LATE,
            Measure.OPEN,
            Measure.OVERDUE,
            Measure.WAITING,
            Measure.DUE_TODAY,
            Measure.AT_RISK);
    private static final Set<Measure> BURNING = EnumSet.of(Measure.OVERDUE, Measure.DUE_TODAY, Measure.AT_RISK);
    private static final Set<Measure> BY_WEEK =
            EnumSet.of(Measure.ONLINE, Measure.OTHER, Measure.RESOLVED, Measure.EARLY, Measure.ON_TIME, Measure.LATE);

    private final Selections selections;
    private final Counting counting;

    Dashboard(Selections selections, Counting counting) {
        this.selections = selections;
        this.counting = counting;
    }

    /**
     * @param to the last day that is counted, today for a period that has not ended
     * @param burning by agency and the step that is open now; null for a period that has ended
     */
    record Answer(
            LocalDate from,
            LocalDate to,
            LocalDateTime asOf,
            @Nullable String agency,
            Map<Measure, Long> counts,
            @Nullable List<Group> burning,
            List<Group> units,
            List<Group> procedures,
            List<Week> weeks) {}

    record Week(LocalDate from, LocalDate to, Map<Measure, Long> counts) {}

    @Override
    public String address() {
        return "dashboard";
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Answer answer(Watcher who, Asked asked) {
        Selection selection = selections.of(who, asked);
        boolean now = selection.to().equals(selection.asOf().toLocalDate());
        return new Answer(
                selection.from(),
                selection.to(),
                selection.asOf(),
                selection.agency(),
                counting.of(selection, FIGURES),
                now ? counting.by(selection, List.of(Dimension.AGENCY, Dimension.STEP), BURNING) : null,
                counting.by(selection, List.of(Dimension.AGENCY), RANKED),
                counting.by(selection, List.of(Dimension.PROCEDURE), RANKED),
                weeks(selection));
    }

    private List<Week> weeks(Selection selection) {
        return Weeks.atLeast(WEEKS, selection.from(), selection.to()).stream()
                .map(week -> new Week(
                        week.from(), week.to(), counting.of(selection.during(week.from(), week.to()), BY_WEEK)))
                .toList();
    }
}

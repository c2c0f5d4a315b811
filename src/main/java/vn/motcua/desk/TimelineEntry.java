package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a dossier: a finished task with what it did to the clock, or a change of the clock alone.
 *
 * @param actor the username, or what else stands for who did it
 * @param task the name of the task, null for a change of the clock alone
 * @param group whose task it was, null for a change of the clock alone
 * @param agency the name of the agency whose task it was, where it is another than the dossier's
 * @param said what was decided and written
 * @param time how long it took, null where that is not known
 */
record TimelineEntry(
        LocalDateTime at,
        String actor,
        @Nullable String task,
        @Nullable String group,
        @Nullable String agency,
        List<Filled> said,
        @Nullable StepTime time,
        List<ClockChange> clock) {

    TimelineEntry {
        said = List.copyOf(said);
        clock = List.copyOf(clock);
    }

    public boolean isLate() {
        return time != null && time.isLate();
    }
}

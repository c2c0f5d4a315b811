package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.ClockEvent;

/**
 * A view or a change of a dossier.
 *
 * @param kind VIEWED, NOTED, DONE or the kind of the clock's event
 * @param who the full name, or for changes the username or what else stands for who it was
 * @param task the name of the finished task, null for all else
 */
record HistoryEntry(
        LocalDateTime at,
        String kind,
        String who,
        @Nullable String group,
        @Nullable String agency,
        @Nullable String task) {

    /** Newest first. What the clock did by a task has a row of its own. */
    static List<HistoryEntry> of(
            List<DossierViews.View> views, List<DossierNotes.Note> notes, List<TimelineEntry> timeline) {
        List<HistoryEntry> all = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            entry.clock().forEach(change -> all.add(of(change.event())));
            if (entry.task() != null) {
                all.add(new HistoryEntry(
                        entry.at(), "DONE", entry.actor(), entry.group(), entry.agency(), entry.task()));
            }
        }
        notes.forEach(note -> all.add(new HistoryEntry(note.at(), "NOTED", note.name(), null, null, null)));
        views.forEach(
                view -> all.add(new HistoryEntry(view.at(), "VIEWED", view.name(), view.group(), view.agency(), null)));
        all.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return all;
    }

    private static HistoryEntry of(ClockEvent event) {
        return new HistoryEntry(event.recordedAt(), event.kind().name(), event.actor(), null, null, null);
    }
}

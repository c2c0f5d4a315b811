package vn.motcua.desk;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Attachment;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.worklist.Assignment;

/**
 * A view or a change of a dossier.
 *
 * @param kind VIEWED_ and what was looked at, NOTED, FILE, GIVEN, GIVEN_BACK, DONE or the kind of the clock's event
 * @param who the full name, or for changes the username or what else stands for who it was
 * @param task the name of the task, form or file, null for all else
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
            List<DossierViews.View> views,
            List<DossierNotes.Note> notes,
            List<TimelineEntry> timeline,
            List<Assignment> given,
            List<Attachment> files) {
        List<HistoryEntry> all = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            entry.clock().forEach(change -> all.add(of(change.event())));
            if (entry.task() != null) {
                all.add(new HistoryEntry(
                        entry.at(), "DONE", entry.actor(), entry.group(), entry.agency(), entry.task()));
            }
        }
        notes.forEach(note -> all.add(new HistoryEntry(note.at(), "NOTED", note.name(), null, null, null)));
        given.forEach(change -> all.add(of(change)));
        files.forEach(file -> all.add(new HistoryEntry(
                file.addedAt(),
                "FILE",
                file.isAddedOnline() ? file.addedBy() : file.addedByName(),
                null,
                null,
                file.name())));
        views.forEach(view -> all.add(new HistoryEntry(
                view.at(), "VIEWED_" + view.kind(), view.name(), view.group(), view.agency(), view.detail())));
        all.sort(Comparator.comparing(HistoryEntry::at).reversed());
        return all;
    }

    private static HistoryEntry of(Assignment change) {
        String assignee = change.assignee();
        boolean self = assignee == null || assignee.equals(change.actor());
        String reason = change.reason() == null ? "" : " (" + change.reason() + ")";
        return new HistoryEntry(
                change.at(),
                assignee == null ? "GIVEN_BACK" : "GIVEN",
                change.actor(),
                null,
                null,
                change.taskName() + (self ? "" : " → " + assignee) + reason);
    }

    private static HistoryEntry of(ClockEvent event) {
        return new HistoryEntry(event.recordedAt(), event.kind().name(), event.actor(), null, null, null);
    }
}

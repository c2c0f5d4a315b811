package vn.motcua.portal;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;

/**
 * A part of a dossier's way, as a line shows it from the filing to the result in the applicant's hands.
 *
 * @param at when it was reached, null before and where that is not known
 */
public record Stage(Kind kind, State state, @Nullable LocalDateTime at) {

    public enum Kind {
        FILED,
        RECEIVED,
        PROCESS,
        RESULT,
        RETURNED,
        NOT_ACCEPTED,
        STOPPED
    }

    public enum State {
        DONE,
        NOW,
        AHEAD
    }

    /** The whole line: what is done, the one that goes on now, and what is ahead; a way that ended early ends there. */
    static List<Stage> of(Dossier dossier, List<ClockEvent> events) {
        Stream<Stage> done = Stream.of(reached(Kind.FILED, dossier.filed()), reached(Kind.RECEIVED, dossier.received()))
                .filter(Objects::nonNull);
        return switch (dossier.status()) {
            case NOT_ACCEPTED ->
                Stream.concat(done, Stream.of(ended(Kind.NOT_ACCEPTED, dossier.answered())))
                        .toList();
            case STOPPED ->
                Stream.concat(done, Stream.of(ended(Kind.STOPPED, dossier.resolved())))
                        .toList();
            default -> goingOn(dossier, begun(events), done.toList());
        };
    }

    private static List<Stage> goingOn(Dossier dossier, @Nullable LocalDateTime begun, List<Stage> before) {
        List<Stage> line = new ArrayList<>(before);
        boolean received = dossier.received() != null;
        boolean resolved = dossier.resolved() != null;
        if (!received) {
            line.add(new Stage(Kind.RECEIVED, State.NOW, null));
        }
        line.add(new Stage(Kind.PROCESS, resolved ? State.DONE : received ? State.NOW : State.AHEAD, begun));
        line.add(new Stage(Kind.RESULT, resolved ? State.DONE : State.AHEAD, dossier.resolved()));
        boolean returned = dossier.status() == Status.RETURNED;
        line.add(new Stage(
                Kind.RETURNED, returned ? State.DONE : resolved ? State.NOW : State.AHEAD, dossier.returned()));
        return List.copyOf(line);
    }

    private static @Nullable Stage reached(Kind kind, @Nullable LocalDateTime at) {
        return at == null ? null : ended(kind, at);
    }

    private static Stage ended(Kind kind, @Nullable LocalDateTime at) {
        return new Stage(kind, State.DONE, at);
    }

    private static @Nullable LocalDateTime begun(List<ClockEvent> events) {
        return events.stream()
                .filter(event -> event.kind() == EventKind.PROCESSING_BEGUN)
                .map(ClockEvent::occurredAt)
                .findFirst()
                .orElse(null);
    }
}

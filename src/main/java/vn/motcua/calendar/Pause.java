package vn.motcua.calendar;

import java.time.LocalDateTime;

/**
 * A stretch during which a limit does not run, between two stamped instants.
 *
 * @param from when it began
 * @param to when it ended, not before it began
 */
public record Pause(LocalDateTime from, LocalDateTime to) {
    public Pause {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("A pause cannot end before it begins: " + from + " – " + to);
        }
    }
}

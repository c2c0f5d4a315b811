package vn.motcua.dossier;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.Deadline;

/**
 * The desk's answer to an online filing, which has a deadline of its own (domain rule 2).
 *
 * @param filed when the filing, or the last paper asked for before acceptance, came
 * @param answered when it was accepted, returned or asked to be completed; null while it is not
 * @param late whether it was answered after the deadline, or is not answered and the deadline has passed
 */
public record Acceptance(
        LocalDateTime filed, Deadline due, @Nullable LocalDateTime answered, boolean late) {}

package vn.motcua.demo;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * What happens to one demo dossier, and when.
 *
 * @param start the fields of its start form
 * @param account whether it is filed from the account of somebody who files
 */
record DemoStory(String procedure, String agency, Map<String, Object> start, List<Step> steps, boolean account) {

    record Step(LocalDateTime at, Move move) {}

    /** Whether a dossier came of it. */
    boolean isSent() {
        return steps.stream().anyMatch(step -> step.move() == Move.FILE);
    }

    /** The same story as far as it has come by a moment. */
    DemoStory until(LocalDateTime moment) {
        return new DemoStory(
                procedure,
                agency,
                start,
                steps.stream().filter(step -> step.at().isBefore(moment)).toList(),
                account);
    }
}

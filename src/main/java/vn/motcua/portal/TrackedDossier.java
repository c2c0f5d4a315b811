package vn.motcua.portal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.dossier.Timeliness;
import vn.motcua.page.DeadlineWords.Told;

/**
 * What somebody who follows a dossier is told. Of persons it says nothing.
 *
 * @param answer by when the filing will be accepted or not, null once it is decided
 * @param due the promised date, null before the dossier is received and once its clock is over
 * @param provisional whether the promised date may still move with the days off of a coming year
 * @param timeliness of the result, null while there is none
 * @param missing what the applicant is asked for, null while nothing is awaited
 * @param bringBy the last instant at which that can come, null where it is not told
 */
public record TrackedDossier(
        String code,
        String procedure,
        String agency,
        Status status,
        @Nullable Told answer,
        @Nullable Told due,
        boolean provisional,
        @Nullable Timeliness timeliness,
        @Nullable String missing,
        @Nullable LocalDateTime bringBy,
        List<At> at,
        List<Stage> line,
        List<Turn> turns) {

    /** Where it lies now. */
    public record At(String step, String agency) {}

    /**
     * Something that happened to it.
     *
     * @param reason as it was given, null for none
     * @param appointment a new promised day, null for none
     */
    public record Turn(
            LocalDateTime at,
            EventKind kind,
            @Nullable String reason,
            @Nullable LocalDate appointment) {}
}

package vn.motcua.workflow;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import vn.motcua.forms.FormDefinition;

/**
 * A task that is no longer open, whether somebody completed it or something else made it needless.
 *
 * @param code of the dossier
 * @param form null where the task had none
 */
public record EndedTask(
        String code,
        String name,
        LocalDateTime at,
        @Nullable FormDefinition form) {}

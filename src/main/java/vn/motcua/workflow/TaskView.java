package vn.motcua.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.forms.FormDefinition;

/**
 * What somebody needs to work on an open task.
 *
 * @param form null where the task has none
 * @param values what the dossier knows, by field of the form
 */
public record TaskView(@Nullable FormDefinition form, Map<String, Object> values) {}

package vn.motcua.worklist;

import org.jspecify.annotations.Nullable;
import vn.motcua.dossier.Channel;

/**
 * What of a scope is wanted; null means any.
 *
 * @param procedure a code of the catalogue
 * @param step the name of the task as the list shows it
 * @param agency one agency of the scope
 * @param search a dossier's whole code, or words that all stand in code, applicant or phone number, with or without
 *     diacritics. A clerk's own agency is searched in milliseconds, a whole province is read through.
 */
public record WorklistFilter(
        @Nullable String procedure,
        @Nullable String step,
        @Nullable Integer agency,
        @Nullable Channel channel,
        @Nullable String search) {

    public static final WorklistFilter NONE = new WorklistFilter(null, null, null, null, null);

    public static WorklistFilter search(String text) {
        return new WorklistFilter(null, null, null, null, text);
    }
}

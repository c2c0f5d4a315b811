package vn.motcua.desk;

import org.jspecify.annotations.Nullable;
import vn.motcua.page.DeadlineWords;

/**
 * What a task is about, in a few lines.
 *
 * @param holder the name of who has taken it, null for nobody
 * @param dossierDue null where the dossier has none that still counts
 */
record TaskHead(
        String code,
        String procedure,
        String applicant,
        String step,
        @Nullable String holder,
        boolean mine,
        DeadlineWords.Told stepDue,
        DeadlineWords.@Nullable Told dossierDue) {}

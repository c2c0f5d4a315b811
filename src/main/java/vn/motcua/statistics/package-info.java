/** The figures: the statutory report II.06a and the licences granted, and their exports. */
@ApplicationModule(allowedDependencies = {"dossier", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The statutory report II.06a over any published period, its recount, and how reports are written out. */
@ApplicationModule(allowedDependencies = {"dossier", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The figures that dossiers add up to, the statutory report II.06a from them, its recount, and how reports are written. */
@ApplicationModule(allowedDependencies = {"dossier", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

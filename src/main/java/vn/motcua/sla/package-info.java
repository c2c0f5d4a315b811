/** The dossiers behind each figure: which they are, how long their steps take, and which are at risk. */
@ApplicationModule(
        allowedDependencies = {"statistics", "worklist", "dossier", "catalogue", "calendar", "refusal", "transaction"})
@NullMarked
package vn.motcua.sla;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What staff work with: so far their worklist over HTTP. */
@ApplicationModule(allowedDependencies = {"worklist", "dossier", "people", "catalogue", "refusal"})
@NullMarked
package vn.motcua.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

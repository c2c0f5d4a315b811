/** Attached files over HTTP: taken in from a page, and given out so that they can do no harm in a browser. */
@ApplicationModule(allowedDependencies = {"dossier", "catalogue", "refusal"})
@NullMarked
package vn.motcua.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

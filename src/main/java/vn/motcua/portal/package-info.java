/** Pages for applicants and the public. */
@ApplicationModule(allowedDependencies = {"statistics", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

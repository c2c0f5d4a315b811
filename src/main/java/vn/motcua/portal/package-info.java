/** Pages for everybody without a login: so far the figures of a period. */
@ApplicationModule(allowedDependencies = {"statistics", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

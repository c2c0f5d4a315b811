/** Staff with their group and agency, their passwords, and the one sign-on for all pages and the engine's webapps. */
@ApplicationModule(allowedDependencies = {"catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Staff with their group and agency, their passwords, their one sign-on, and what every door to the pages has in common. */
@ApplicationModule(allowedDependencies = {"catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

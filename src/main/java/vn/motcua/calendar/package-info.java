/** Working days, office hours and time limits as the law counts them: pure {@code java.time}, depends on nothing. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.motcua.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Messages to applicants and staff: written to an outbox in the transaction of what they tell; channels come later. */
@ApplicationModule(allowedDependencies = {"dossier"})
@NullMarked
package vn.motcua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

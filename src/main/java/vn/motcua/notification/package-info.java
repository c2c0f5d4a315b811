/** Messages to applicants and staff: written to an outbox in the transaction of what they tell, sent by channels later. */
@ApplicationModule(allowedDependencies = {"documents", "worklist", "dossier", "page", "catalogue", "calendar"})
@NullMarked
package vn.motcua.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

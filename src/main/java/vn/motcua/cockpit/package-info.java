/** What managers see of the SLA in Cockpit: a plugin of Camunda's, its questions and its scripts. */
@ApplicationModule(allowedDependencies = {"sla", "dossier", "people", "page", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

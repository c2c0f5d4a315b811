/** What waits for whom: one work item per open task, kept in step with the engine in the same transaction. */
@ApplicationModule(allowedDependencies = {"dossier", "catalogue", "calendar", "refusal", "transaction"})
@NullMarked
package vn.motcua.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

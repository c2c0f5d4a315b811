/** Dossiers on Camunda: what the models may call, what happens when a task is completed, and when timers wake up. */
@ApplicationModule(
        allowedDependencies = {
            "worklist",
            "page",
            "notification",
            "people",
            "forms",
            "dossier",
            "catalogue",
            "calendar",
            "refusal",
            "transaction"
        })
@NullMarked
package vn.motcua.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

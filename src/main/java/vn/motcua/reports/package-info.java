/** Reports of a period as pages and files: the statutory forms, lists of dossiers, and periods that were signed off. */
@ApplicationModule(
        allowedDependencies = {
            "sla",
            "statistics",
            "documents",
            "dossier",
            "people",
            "page",
            "catalogue",
            "calendar",
            "refusal"
        })
@NullMarked
package vn.motcua.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

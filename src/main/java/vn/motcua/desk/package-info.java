/** What staff work with: their worklist, dossiers and tasks as pages, and the worklist over HTTP. */
@ApplicationModule(
        allowedDependencies = {
            "intake",
            "files",
            "workflow",
            "worklist",
            "documents",
            "payment",
            "forms",
            "dossier",
            "people",
            "page",
            "catalogue",
            "calendar",
            "refusal"
        })
@NullMarked
package vn.motcua.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

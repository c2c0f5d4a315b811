/** Filing a dossier online: page by page, kept as typed, sent once. */
@ApplicationModule(
        allowedDependencies = {
            "applicants",
            "intake",
            "files",
            "workflow",
            "documents",
            "forms",
            "dossier",
            "people",
            "page",
            "catalogue",
            "calendar",
            "refusal"
        })
@NullMarked
package vn.motcua.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

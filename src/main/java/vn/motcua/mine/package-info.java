/** Pages for applicants who are signed in: their dossiers, what is asked of them, and what they do about it. */
@ApplicationModule(
        allowedDependencies = {
            "portal",
            "applicants",
            "intake",
            "files",
            "workflow",
            "payment",
            "statistics",
            "documents",
            "forms",
            "dossier",
            "page",
            "catalogue",
            "refusal"
        })
@NullMarked
package vn.motcua.mine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

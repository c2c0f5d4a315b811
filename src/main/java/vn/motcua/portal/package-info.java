/** Pages for everybody without a login: finding a procedure, following a dossier by code and PIN, the figures of a period. */
@ApplicationModule(
        allowedDependencies = {
            "statistics",
            "documents",
            "payment",
            "worklist",
            "dossier",
            "people",
            "page",
            "catalogue",
            "calendar",
            "refusal"
        })
@NullMarked
package vn.motcua.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

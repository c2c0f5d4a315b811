/** Pages for everybody without a login: the figures of a period, and following a dossier by code and PIN. */
@ApplicationModule(
        allowedDependencies = {
            "statistics",
            "documents",
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

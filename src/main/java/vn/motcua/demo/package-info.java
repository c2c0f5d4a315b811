/** The demo province that a server lives into an empty embedded store: agencies, staff, the 2019 register, dossiers of today, and somebody who files. */
@ApplicationModule(
        allowedDependencies = {
            "exchange",
            "workflow",
            "worklist",
            "applicants",
            "filing",
            "intake",
            "files",
            "statistics",
            "sla",
            "people",
            "dossier",
            "catalogue",
            "calendar",
            "refusal"
        })
@NullMarked
package vn.motcua.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The command line: its verbs, its exit codes, and the start of the server. */
@ApplicationModule(
        allowedDependencies = {
            "exchange",
            "demo",
            "statistics",
            "sla",
            "dossier",
            "calendar",
            "catalogue",
            "database",
            "people",
            "refusal"
        })
@NullMarked
package vn.motcua.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

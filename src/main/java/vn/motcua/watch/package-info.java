/** What those who keep the servers running are told: metrics for Prometheus, and health that means something. */
@ApplicationModule(
        allowedDependencies = {
            "statistics",
            "workflow",
            "notification",
            "payment",
            "people",
            "catalogue",
            "calendar",
            "database",
            "refusal"
        })
@NullMarked
package vn.motcua.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

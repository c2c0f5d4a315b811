/** The demo province that a server loads into an empty embedded store: catalogue, agencies before and since 2025, the 2019 register. */
@ApplicationModule(allowedDependencies = {"exchange", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The PostgreSQL that Motcua stands on: an embedded one in the data directory, or an external one by settings. */
@ApplicationModule(allowedDependencies = "refusal")
@NullMarked
package vn.motcua.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

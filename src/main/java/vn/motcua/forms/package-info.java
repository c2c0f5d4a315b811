/** Reads the {@code .form} definitions, holds what people fill in against them, on the server, and keeps their drafts. */
@ApplicationModule(allowedDependencies = "refusal")
@NullMarked
package vn.motcua.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

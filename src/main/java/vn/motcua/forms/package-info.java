/** Reads the {@code .form} definitions and holds what people fill in against them, on the server. */
@ApplicationModule(allowedDependencies = "refusal")
@NullMarked
package vn.motcua.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The one kind of exception that stands for "no, and this is what to do": a sentence in Vietnamese for people. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.motcua.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

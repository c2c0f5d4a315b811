/** What all pages have in common: the language they are shown in, and how deadlines are told in words and colours. */
@ApplicationModule(allowedDependencies = {"catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What a database transaction knows already and need not read again. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package vn.motcua.transaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The reference data: agencies in their tree, sectors, procedures in dated versions, and the days of the calendar. */
@ApplicationModule(allowedDependencies = {"calendar", "refusal", "transaction"})
@NullMarked
package vn.motcua.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

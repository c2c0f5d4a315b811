/** Dossiers and the ledger of their clocks: the only owner of due dates, waiting, overdue and timeliness. */
@ApplicationModule(allowedDependencies = {"catalogue", "calendar", "refusal", "transaction"})
@NullMarked
package vn.motcua.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

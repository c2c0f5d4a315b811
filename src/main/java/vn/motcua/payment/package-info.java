/** Fees paid online: orders at a gateway, what it calls back, what is to be paid back, and a sandbox that plays a gateway. */
@ApplicationModule(allowedDependencies = {"workflow", "dossier", "people", "page", "catalogue", "refusal"})
@NullMarked
package vn.motcua.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** People who file online: their accounts, how they sign in, and whose a dossier is. */
@ApplicationModule(allowedDependencies = {"people", "notification", "dossier", "page", "refusal"})
@NullMarked
package vn.motcua.applicants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Dossiers on their way in: what a clerk or an applicant is entering for a procedure, kept as typed and checked. */
@ApplicationModule(allowedDependencies = {"workflow", "forms", "dossier", "catalogue", "refusal"})
@NullMarked
package vn.motcua.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Printed forms: receipts, requests, refusals, slips and sheets as PDF, numbered per agency, form and year. */
@ApplicationModule(allowedDependencies = {"people", "dossier", "page", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.documents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

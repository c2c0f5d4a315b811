/** What goes in and out as files and open data: catalogue, calendar and register imports, reports over HTTP. */
@ApplicationModule(allowedDependencies = {"statistics", "dossier", "catalogue", "calendar", "refusal"})
@NullMarked
package vn.motcua.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

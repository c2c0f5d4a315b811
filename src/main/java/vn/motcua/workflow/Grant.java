package vn.motcua.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.beans.factory.annotation.Value;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Licence;
import vn.motcua.dossier.Licences;
import vn.motcua.workflow.engine.EngineRoom;

/** Gives a signed licence its number and enters it into the register of issued licences. */
@EngineRoom
public class Grant {

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Licences licences;
    private final Clock clock;
    private final String pattern;

    /** @param pattern with {number} and {year}, for the number within kind and year */
    Grant(
            Dossiers dossiers,
            Procedures procedures,
            Licences licences,
            Clock clock,
            @Value("${motcua.licence-number:{number}/{year}/GP}") String pattern) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.licences = licences;
        this.clock = clock;
        this.pattern = pattern;
    }

    /** Whether the procedure of the dossier ends in a licence. */
    public boolean isDue(DelegateExecution execution) {
        Dossier dossier = dossiers.get(Acts.code(execution));
        return procedures.get(dossier.versionId()).definition().licenceKind() != null;
    }

    /** Does nothing where the procedure issues no licence, or has done so already. */
    void issue(DelegateExecution execution) {
        Dossier dossier = dossiers.lock(Acts.code(execution));
        Optional.ofNullable(procedures.get(dossier.versionId()).definition().licenceKind())
                .filter(kind -> !licences.isIssued(dossier.id()))
                .ifPresent(kind -> issue(dossier, kind));
    }

    private void issue(Dossier dossier, String kind) {
        LocalDate today = LocalDate.now(clock);
        String number = pattern.replace("{number}", String.valueOf(licences.nextNumber(kind, today.getYear())))
                .replace("{year}", String.valueOf(today.getYear()));
        licences.issue(dossier, new Licence(kind, number, dossier.applicant().name(), today, null));
    }
}

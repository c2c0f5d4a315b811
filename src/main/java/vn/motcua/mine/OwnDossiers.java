package vn.motcua.mine;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;

/** The dossiers that an account filed. Of any other it is not told that it exists. */
@Component
class OwnDossiers {

    private final Dossiers dossiers;
    private final DossierOwners owners;

    OwnDossiers(Dossiers dossiers, DossierOwners owners) {
        this.dossiers = dossiers;
        this.owners = owners;
    }

    Dossier get(SignedInApplicant who, String code) {
        return dossiers.find(code)
                .filter(dossier -> owners.of(dossier.id()).equals(OptionalLong.of(who.accountId())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The same, held until the transaction ends. */
    Dossier lock(SignedInApplicant who, String code) {
        get(who, code);
        return dossiers.lock(code);
    }

    /** How much has happened to the dossier: a form carries it, so that what was sent twice is known again. */
    int happened(Dossier dossier) {
        return dossiers.ledger(dossier).events().size();
    }

    /**
     * Whether the applicant has done something since a form was opened: by a double click, a reload or another window.
     *
     * @param seen what had {@link #happened} when the form was opened
     */
    boolean hasDone(SignedInApplicant who, Dossier dossier, Set<EventKind> what, long seen) {
        List<ClockEvent> events = dossiers.ledger(dossier).events();
        return seen > 0
                && events.stream()
                        .skip(seen)
                        .anyMatch(event ->
                                what.contains(event.kind()) && event.actor().equals(who.actor()));
    }
}

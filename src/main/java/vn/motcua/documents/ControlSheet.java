package vn.motcua.documents;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Allowance;
import vn.motcua.calendar.WorkingTime;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureDefinition.Step;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.DossierDates;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Submission;
import vn.motcua.dossier.Submissions;
import vn.motcua.dossier.Timeliness;
import vn.motcua.people.StaffGroup;

/** Who had the dossier when: one row for each hand-over between agencies or groups, from the forms they completed. */
@Component
class ControlSheet {

    /**
     * A holder of the dossier.
     *
     * @param received from the one before
     * @param given to the one after
     * @param result against the allowed time of the step, empty where the catalogue has none
     */
    record HandOver(
            String agency, String group, String names, String received, String given, String result, String note) {}

    private final Submissions submissions;
    private final Procedures procedures;
    private final Agencies agencies;

    ControlSheet(Submissions submissions, Procedures procedures, Agencies agencies) {
        this.submissions = submissions;
        this.procedures = procedures;
        this.agencies = agencies;
    }

    List<HandOver> of(Dossier dossier, Ledger ledger, People people) {
        List<Submission> all = submissions.of(dossier.id());
        List<HandOver> sheet = new ArrayList<>();
        LocalDateTime received = ledger.events().get(0).occurredAt();
        int next = 0;
        while (next < all.size()) {
            int first = next++;
            while (next < all.size() && isSameHolder(all.get(first), all.get(next))) {
                next++;
            }
            List<Submission> held = all.subList(first, next);
            if (held.get(0).staffGroup() != null) {
                sheet.add(row(dossier, ledger, held, received, people));
            }
            received = held.get(held.size() - 1).at();
        }
        return sheet;
    }

    private static boolean isSameHolder(Submission one, Submission other) {
        return Objects.equals(one.agencyId(), other.agencyId()) && Objects.equals(one.staffGroup(), other.staffGroup());
    }

    private HandOver row(Dossier dossier, Ledger ledger, List<Submission> held, LocalDateTime received, People people) {
        Submission last = held.get(held.size() - 1);
        Agency agency = agencies.get(last.agencyId() == null ? dossier.agencyId() : last.agencyId());
        return new HandOver(
                agency.name(),
                StaffGroup.ofCode(String.valueOf(last.staffGroup()))
                        .map(StaffGroup::vietnamese)
                        .orElse(""),
                joined(held.stream().map(each -> people.name(each.actor())).toList()),
                Wording.inColumn(received),
                Wording.inColumn(last.at()),
                result(dossier, ledger, held, received, agency),
                joined(held.stream().map(Submission::taskName).toList()));
    }

    private static String joined(List<String> texts) {
        return String.join(", ", texts.stream().distinct().toList());
    }

    /** The worst of the steps that the holder did; {@link Timeliness} is in that order. */
    private String result(
            Dossier dossier, Ledger ledger, List<Submission> held, LocalDateTime received, Agency agency) {
        Timeliness worst = null;
        LocalDateTime began = received;
        for (Submission step : held) {
            Timeliness each = judged(dossier, ledger, step, began, agency);
            worst = each != null && (worst == null || each.compareTo(worst) > 0) ? each : worst;
            began = step.at();
        }
        return worst == null ? "" : worst.vietnamese();
    }

    private @Nullable Timeliness judged(
            Dossier dossier, Ledger ledger, Submission done, LocalDateTime began, Agency agency) {
        WorkingTime time = new WorkingTime(ledger.terms().calendars().knownAt(done.at()), agency.officeHours());
        return step(dossier, done)
                .flatMap(step -> DossierDates.of(ledger, done.at()).step(began, Allowance.parse(step.duration()), time))
                .map(due -> Timeliness.of(done.at(), due))
                .orElse(null);
    }

    /** The catalogue's step of that name, or the group's only one. */
    private Optional<Step> step(Dossier dossier, Submission done) {
        List<Step> ofGroup = procedures.get(dossier.versionId()).definition().steps().stream()
                .filter(step -> step.staffGroup().equals(done.staffGroup()))
                .toList();
        return ofGroup.stream()
                .filter(step -> step.name().equals(done.taskName()))
                .findFirst()
                .or(() -> ofGroup.size() == 1 ? Optional.of(ofGroup.get(0)) : Optional.empty());
    }
}

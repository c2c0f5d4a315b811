package vn.motcua.portal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ProcedureAgencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.Dossiers;
import vn.motcua.page.DeadlineWords;

/** All that people should know of a procedure before they file. */
@Controller
class ProcedurePage {

    private static final String LEADER = "leader";

    private final Procedures procedures;
    private final Agencies agencies;
    private final Dossiers dossiers;
    private final DeadlineWords words;
    private final ProcedureAgencies offers;
    private final FormFiles forms;
    private final Clock clock;

    ProcedurePage(
            Procedures procedures,
            Agencies agencies,
            Dossiers dossiers,
            DeadlineWords words,
            ProcedureAgencies offers,
            FormFiles forms,
            Clock clock) {
        this.procedures = procedures;
        this.agencies = agencies;
        this.dossiers = dossiers;
        this.words = words;
        this.offers = offers;
        this.forms = forms;
        this.clock = clock;
    }

    /** A step as the public reads it. */
    record Step(String name, String agency, String duration) {}

    /** A paper with the file of its form, null where there is none. */
    record Paper(ProcedureDefinition.Component component, FormFiles.@Nullable FormFile form) {}

    /**
     * Who decides.
     *
     * @param agencies named by the step or the catalogue; none where it is whichever agency of the level received it
     */
    record Decider(String step, String group, List<String> agencies) {}

    @GetMapping("/thu-tuc/{code}")
    String show(@PathVariable String code, Model model) {
        LocalDate today = LocalDate.now(clock);
        List<ProcedureVersion> coming = procedures.coming(code, today);
        ProcedureVersion version = procedures
                .inForce(code, today)
                .or(() -> coming.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ProcedureDefinition procedure = version.definition();
        model.addAttribute("procedure", procedure);
        model.addAttribute("since", procedure.validFrom().equals(LocalDate.MIN) ? null : procedure.validFrom());
        model.addAttribute("notYet", procedure.validFrom().isAfter(today));
        model.addAttribute(
                "coming",
                coming.stream()
                        .map(ProcedureVersion::definition)
                        .filter(later -> !later.equals(procedure))
                        .toList());
        model.addAttribute("papers", papers(procedure));
        model.addAttribute("deciders", deciders(procedure, today));
        boolean online = procedure.isOnline() && !procedure.validFrom().isAfter(today);
        model.addAttribute("online", online);
        model.addAttribute("steps", procedure.steps().stream().map(this::step).toList());
        offers.of(code, today).stream()
                .findFirst()
                .or(() -> some(procedure.agencyLevel(), today))
                .ifPresent(agency -> {
                    LocalDateTime now = LocalDateTime.now(clock);
                    LocalDateTime due =
                            dossiers.dueIfReceived(code, agency.code(), now).lastInstant();
                    model.addAttribute(
                            "promised", words.of(agency.id(), due, null).date());
                });
        return "procedure";
    }

    private List<Paper> papers(ProcedureDefinition procedure) {
        return procedure.components().stream()
                .map(component -> new Paper(component, forms.of(component).orElse(null)))
                .toList();
    }

    /** The leaders of its steps. */
    private List<Decider> deciders(ProcedureDefinition procedure, LocalDate day) {
        List<String> offering =
                offers.of(procedure.code(), day).stream().map(Agency::name).toList();
        return procedure.steps().stream()
                .filter(step -> step.staffGroup().equals(LEADER))
                .map(step -> new Decider(
                        step.name(),
                        step.staffGroup(),
                        step.agencyCode() == null ? offering : List.of(step(step).agency)))
                .toList();
    }

    private Step step(ProcedureDefinition.Step step) {
        String code = step.agencyCode();
        return new Step(
                step.name(),
                code == null ? "" : agencies.find(code).map(Agency::name).orElse(code),
                step.duration());
    }

    /** An agency of the level: they count the same days. */
    private Optional<Agency> some(AgencyLevel level, LocalDate day) {
        return agencies.all().stream()
                .filter(agency -> agency.level() == level && agency.isOpenOn(day))
                .findFirst();
    }
}

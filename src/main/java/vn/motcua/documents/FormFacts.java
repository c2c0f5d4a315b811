package vn.motcua.documents;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.documents.DocumentNumbers.Numbered;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.Paper;
import vn.motcua.dossier.Papers;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Submissions;
import vn.motcua.people.Staff;

/** What the templates can print: every name is there for every form, so that an office's own template may use any. */
@Component
class FormFacts {

    private static final String AT_THE_DESK = "Tại Bộ phận Một cửa";
    private static final Map<String, String> RESULT_CHANNELS = Map.of(
            ResultChannel.COUNTER.name(), AT_THE_DESK, ResultChannel.POST.name(), "Qua dịch vụ bưu chính công ích");

    private final Agencies agencies;
    private final Procedures procedures;
    private final Submissions submissions;
    private final Papers papers;
    private final ControlSheet controlSheet;
    private final TrackingSlip slips;
    private final Staff staff;

    FormFacts(
            Agencies agencies,
            Procedures procedures,
            Submissions submissions,
            Papers papers,
            ControlSheet controlSheet,
            TrackingSlip slips,
            Staff staff) {
        this.agencies = agencies;
        this.procedures = procedures;
        this.submissions = submissions;
        this.papers = papers;
        this.controlSheet = controlSheet;
        this.slips = slips;
        this.staff = staff;
    }

    Map<String, Object> of(Dossier dossier, Ledger ledger, PrintForm form, Occasion occasion, Numbered numbered) {
        People people = new People(staff);
        Facts facts = new Facts();
        addNumber(facts, numbered);
        addDossier(facts, dossier, submissions.fields(dossier.id()));
        addEvent(facts, occasion.event(), people);
        addDates(facts, ledger, occasion.event());
        if (form.isForApplicant()) {
            addTracking(facts, dossier);
        } else {
            facts.put("handOvers", controlSheet.of(dossier, ledger, people));
        }
        return facts.values;
    }

    /** A paper of the dossier with how many originals and copies of it. */
    record PaperLine(String name, int originals, int copies) {}

    /** Nothing is put where there is nothing. */
    private static final class Facts {

        private final Map<String, Object> values = new HashMap<>();

        void put(String name, @Nullable Object value) {
            if (value != null) {
                values.put(name, value);
            }
        }
    }

    private static void addNumber(Facts facts, Numbered numbered) {
        facts.put("number", numbered.number());
        facts.put("year", numbered.year());
        facts.put("printedOn", Wording.day(numbered.at().toLocalDate()));
    }

    private void addDossier(Facts facts, Dossier dossier, Map<String, Object> fields) {
        ProcedureDefinition procedure = procedures.get(dossier.versionId()).definition();
        facts.put("agency", agencies.get(dossier.agencyId()).name());
        facts.put("code", dossier.code());
        facts.put("applicant", dossier.applicant().name());
        facts.put("organisation", dossier.applicant().kind() == Applicant.Kind.ORGANISATION);
        for (String field : new String[] {"idNumber", "phone", "email", "address"}) {
            facts.put(field, text(fields, field));
        }
        facts.put("procedure", procedure.name());
        facts.put("procedureCode", procedure.code());
        facts.put("sector", procedure.sector());
        facts.put("unit", procedure.limit().unit().vietnamese());
        facts.put(
                "limit",
                "%d %s"
                        .formatted(
                                procedure.limit().amount(),
                                procedure.limit().unit().vietnamese()));
        facts.put("content", Optional.ofNullable(text(fields, "content")).orElse(procedure.name()));
        facts.put("papers", papers(dossier, procedure));
        facts.put("broughtPapers", text(fields, "papers"));
        facts.put("sets", Optional.ofNullable(text(fields, "sets")).orElse("1"));
        facts.put("channel", Wording.channel(dossier.channel()));
        facts.put("fee", FeeWords.of(fields, procedure));
        facts.put("resultChannel", resultChannel(text(fields, "resultChannel")));
        facts.put(
                "outcome", dossier.outcome() == null ? null : dossier.outcome().vietnamese());
        facts.put(
                "timeliness",
                dossier.timeliness() == null ? null : dossier.timeliness().vietnamese());
    }

    /** What was handed in where somebody counted it, what the procedure asks for otherwise. */
    private List<PaperLine> papers(Dossier dossier, ProcedureDefinition procedure) {
        List<Paper> counted = papers.of(dossier.id());
        return counted.isEmpty()
                ? procedure.components().stream()
                        .map(each -> new PaperLine(each.name(), each.originals(), each.copies()))
                        .toList()
                : counted.stream()
                        .filter(Paper::isHandedIn)
                        .map(each -> new PaperLine(each.name(), each.originals(), each.copies()))
                        .toList();
    }

    private static void addEvent(Facts facts, ClockEvent event, People people) {
        facts.put("at", Wording.moment(event.occurredAt()));
        facts.put("reason", event.reason());
        facts.put("missing", MissingPaper.of(event.reason() == null ? "" : event.reason()));
        facts.put("legalBasis", event.legalBasis());
        facts.put("approver", event.approver() == null ? null : people.name(event.approver()));
        facts.put("amount", event.amount());
        facts.put("appointment", Wording.day(event.appointment()));
        facts.put("event", event.kind().name());
        facts.put("actor", people.name(event.actor()));
        facts.put("leader", people.leader(event.actor()));
        facts.put("signer", people.signer(event.actor()));
        if (people.isStaff(event.actor())) {
            facts.put(
                    "signed",
                    "Ghi nhận trên hệ thống lúc "
                            + VietnameseDates.moment(event.occurredAt().withSecond(0)));
        }
        facts.put("signerOffice", people.office(event.actor()));
    }

    /** As the clock said when it happened: what came later is told by the form of that. */
    private static void addDates(Facts facts, Ledger ledger, ClockEvent event) {
        LocalDateTime at = event.occurredAt();
        Optional<ClockReading> then = ledger.asOf(at);
        facts.put(
                "filed",
                ledger.acceptance(at).map(each -> Wording.moment(each.filed())).orElse(null));
        facts.put("received", then.map(each -> Wording.moment(each.received())).orElse(null));
        facts.put("due", then.map(each -> Wording.deadline(each.due())).orElse(null));
        facts.put(
                "dueBefore",
                ledger.asOf(at.minus(1, ChronoUnit.MICROS))
                        .map(each -> Wording.deadline(each.due()))
                        .orElse(null));
    }

    private void addTracking(Facts facts, Dossier dossier) {
        TrackingSlip.Slip slip = slips.of(dossier);
        facts.put("trackingAddress", slip.address());
        facts.put("qr", slip.qr());
        facts.put("pin", slip.pin());
    }

    private static String resultChannel(@Nullable String chosen) {
        return chosen == null ? AT_THE_DESK : RESULT_CHANNELS.getOrDefault(chosen, chosen);
    }

    private static @Nullable String text(Map<String, Object> fields, String key) {
        Object value = fields.get(key);
        return value == null || value.toString().isBlank()
                ? null
                : value.toString().strip();
    }
}

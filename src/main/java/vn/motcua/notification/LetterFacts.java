package vn.motcua.notification;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.calendar.Deadline;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.documents.FeeWords;
import vn.motcua.documents.LookupPins;
import vn.motcua.documents.TrackingSlip;
import vn.motcua.dossier.Acceptance;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.ResultChannel;
import vn.motcua.dossier.Submissions;
import vn.motcua.page.PublicAddress;
import vn.motcua.worklist.WorkItem;
import vn.motcua.worklist.WorkItems;

/**
 * What the templates can say of a dossier, as its ledger stood when the row was written that the letter tells of: every
 * name is there for every letter, so that an office's own template may use any.
 */
@Component
class LetterFacts {

    /** The tasks that wait for papers: until they are due, the papers can come. */
    private static final Set<String> AWAITS_PAPERS = Set.of("await-papers", "receive-supplement");

    private static final String PROVISIONAL = " (tạm tính, lịch nghỉ của năm chưa được công bố)";

    private final Dossiers dossiers;
    private final Procedures procedures;
    private final Agencies agencies;
    private final Submissions submissions;
    private final WorkItems items;
    private final LookupPins pins;
    private final TrackingSlip slips;
    private final PublicAddress here;
    private final JdbcClient jdbc;

    LetterFacts(
            Dossiers dossiers,
            Procedures procedures,
            Agencies agencies,
            Submissions submissions,
            WorkItems items,
            LookupPins pins,
            TrackingSlip slips,
            PublicAddress here,
            JdbcClient jdbc) {
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.agencies = agencies;
        this.submissions = submissions;
        this.items = items;
        this.pins = pins;
        this.slips = slips;
        this.here = here;
        this.jdbc = jdbc;
    }

    /** @param seq of the ledger row that the letter tells of, 1 for the first */
    @Transactional
    public Map<String, Object> of(long dossierId, int seq) {
        Dossier dossier = dossiers.get(dossierId);
        Ledger now = dossiers.ledger(dossier);
        Ledger then = now.first(seq);
        ClockEvent event = then.events().get(seq - 1);
        Map<String, Object> facts = new HashMap<>();
        addDossier(facts, dossier);
        addEvent(facts, dossier, event);
        addDates(facts, then, event.recordedAt());
        if (now.events().size() == seq && event.kind() == EventKind.SUPPLEMENT_ASKED) {
            put(facts, "bringBy", bringBy(dossierId));
        }
        return facts;
    }

    private void addDossier(Map<String, Object> facts, Dossier dossier) {
        ProcedureDefinition procedure = procedures.get(dossier.versionId()).definition();
        Map<String, Object> fields = submissions.fields(dossier.id());
        boolean organisation = dossier.applicant().kind() == Applicant.Kind.ORGANISATION;
        put(facts, "code", dossier.code());
        put(facts, "pin", pins.of(dossier.id()));
        put(facts, "link", slips.address(dossier));
        put(facts, "account", inAccount(dossier, fields) ? here.of("/account/dossiers/" + dossier.code()) : null);
        put(facts, "procedure", procedure.name());
        put(facts, "agency", agencies.get(dossier.agencyId()).name());
        put(facts, "applicant", line(dossier.applicant().name()));
        put(facts, "you", organisation ? "quý cơ quan, tổ chức" : "ông/bà");
        put(facts, "You", organisation ? "Quý cơ quan, tổ chức" : "Ông/bà");
        put(facts, "fee", FeeWords.of(fields, procedure));
        put(facts, "byPost", ResultChannel.POST.name().equals(fields.get(ResultChannel.FIELD)) ? true : null);
    }

    /** Whether the letter goes to somebody who has the dossier in an account: it may have been filed for another address. */
    private boolean inAccount(Dossier dossier, Map<String, Object> fields) {
        return jdbc.sql("""
                        select count(*) from motcua.applicant_dossier d join motcua.applicant_account a on a.id = d.account_id
                        where d.dossier_id = ? and a.email = lower(?)
                        """)
                        .params(
                                dossier.id(),
                                Objects.toString(fields.get("email"), "").strip())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void addEvent(Map<String, Object> facts, Dossier dossier, ClockEvent event) {
        put(facts, "at", VietnameseDates.moment(event.occurredAt().withSecond(0)));
        put(facts, "reason", event.reason() == null ? null : event.reason().strip());
        put(facts, "legalBasis", event.legalBasis() == null ? null : line(event.legalBasis()));
        put(facts, "appointment", day(event.appointment()));
        put(facts, "channel", dossier.channel().name());
        put(facts, "amount", event.amount());
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : VietnameseDates.weekdayAndDay(day);
    }

    private static void addDates(Map<String, Object> facts, Ledger then, LocalDateTime moment) {
        put(facts, "unit", then.terms().limit().unit().vietnamese());
        put(
                facts,
                "acceptBy",
                then.acceptance(moment)
                        .map(Acceptance::due)
                        .map(LetterFacts::deadline)
                        .orElse(null));
        put(
                facts,
                "due",
                then.asOf(moment)
                        .map(ClockReading::due)
                        .map(LetterFacts::deadline)
                        .orElse(null));
        put(facts, "waiting", then.asOf(moment).filter(ClockReading::waiting).isPresent() ? true : null);
    }

    private @Nullable String bringBy(long dossier) {
        return items.of(dossier).stream()
                .filter(item -> AWAITS_PAPERS.contains(item.taskKey()) && item.due() != null)
                .findFirst()
                .map(WorkItem::due)
                .map(due -> day(due.toLocalDate()))
                .orElse(null);
    }

    private static String deadline(Deadline due) {
        return due.provisional() ? due.vietnamese() + PROVISIONAL : due.vietnamese();
    }

    /** A name in one line: a letter has no lines that an applicant has written. */
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\s]+", " ").strip();
    }

    /** Nothing is put where there is nothing. */
    private static void put(Map<String, Object> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}

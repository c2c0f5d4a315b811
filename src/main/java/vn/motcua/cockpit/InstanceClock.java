package vn.motcua.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.motcua.calendar.Deadline;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.catalogue.Procedures;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.ExplainedDossier;
import vn.motcua.dossier.Ledger;
import vn.motcua.dossier.OnlineApplicant;
import vn.motcua.dossier.ReckoningStep;
import vn.motcua.dossier.Timeliness;
import vn.motcua.page.DeadlineWords;
import vn.motcua.people.Staff;

/** The clock of the dossier that a process instance is about: its ledger, and how its due date came about. */
@Component
class InstanceClock implements Part {

    /**
     * @param timeliness null while it is open
     * @param summary the due date in one sentence, in Vietnamese like the steps that lead to it
     */
    record Answer(
            String code,
            String applicant,
            String procedure,
            String procedureName,
            String agency,
            @Nullable LocalDateTime received,
            @Nullable LocalDateTime resolved,
            @Nullable Timeliness timeliness,
            DeadlineWords.Told deadline,
            boolean provisional,
            List<Entry> ledger,
            List<ReckoningStep> steps,
            String summary) {}

    /**
     * A row of the ledger.
     *
     * @param what in words
     * @param more by how much it was extended, in words
     * @param recorded when it was entered, null where that was at once
     * @param due the due date from then on, ISO 8601; null where it stayed as it was
     */
    record Entry(
            String what,
            @Nullable String more,
            LocalDateTime at,
            @Nullable LocalDateTime recorded,
            String actor,
            @Nullable String reason,
            @Nullable String legalBasis,
            @Nullable String approver,
            @Nullable LocalDate appointment,
            @Nullable String due,
            boolean provisional) {}

    private final InstanceDossiers instances;
    private final Dossiers dossiers;
    private final Procedures procedures;
    private final DeadlineWords words;
    private final Staff staff;
    private final MessageSource messages;
    private final Clock clock;

    InstanceClock(
            InstanceDossiers instances,
            Dossiers dossiers,
            Procedures procedures,
            DeadlineWords words,
            Staff staff,
            MessageSource messages,
            Clock clock) {
        this.instances = instances;
        this.dossiers = dossiers;
        this.procedures = procedures;
        this.words = words;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String address() {
        return "clock";
    }

    @Override
    public Answer answer(Watcher who, Asked asked) {
        Dossier dossier = instances.dossier(who, asked.text("instance").orElse(""));
        return Spoken.in(asked, () -> answer(who, dossier));
    }

    private Answer answer(Watcher who, Dossier dossier) {
        Ledger ledger = dossiers.ledger(dossier);
        ExplainedDossier explained = dossiers.explain(dossier.code(), LocalDateTime.now(clock));
        ProcedureDefinition procedure = procedures.get(dossier.versionId()).definition();
        return new Answer(
                dossier.code(),
                dossier.applicant().name(),
                procedure.code(),
                procedure.name(),
                who.register().get(dossier.agencyId()).name(),
                dossier.received(),
                dossier.resolved(),
                dossier.timeliness(),
                dossier.resolved() == null
                        ? words.of(dossier.agencyId(), dossier.due(), dossier.waitingSince())
                        : words.ended(dossier.due()),
                explained
                        .reading()
                        .map(ClockReading::due)
                        .filter(Deadline::provisional)
                        .isPresent(),
                entries(ledger, procedure),
                explained.steps(),
                explained.summary());
    }

    private List<Entry> entries(Ledger ledger, ProcedureDefinition procedure) {
        Map<String, String> names = staff.fullNames(ledger.events().stream()
                .flatMap(event -> Stream.concat(Stream.of(event.actor()), Stream.ofNullable(event.approver())))
                .collect(Collectors.toSet()));
        List<Entry> entries = new ArrayList<>();
        Deadline before = null;
        for (ClockEvent event : ledger.events()) {
            Deadline due =
                    ledger.asOf(event.occurredAt()).map(ClockReading::due).orElse(null);
            entries.add(entry(event, procedure, names, Objects.equals(due, before) ? null : due));
            before = due;
        }
        return entries;
    }

    private Entry entry(
            ClockEvent event, ProcedureDefinition procedure, Map<String, String> names, @Nullable Deadline due) {
        String unit = "dossier.units." + procedure.limit().unit().name();
        String approver = event.approver();
        return new Entry(
                say("dossier.event." + event.kind().name()),
                event.amount() == null ? null : say(unit, event.amount()),
                event.occurredAt(),
                event.recordedAt().isAfter(event.occurredAt().plusMinutes(1)) ? event.recordedAt() : null,
                OnlineApplicant.isActor(event.actor())
                        ? say("dossier.online")
                        : names.getOrDefault(event.actor(), event.actor()),
                event.reason(),
                event.legalBasis(),
                approver == null ? null : names.getOrDefault(approver, approver),
                event.appointment(),
                due == null ? null : due.iso(),
                due != null && due.provisional());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}

package vn.motcua.reports;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.ClockReading;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Ledger;
import vn.motcua.sla.Measure;

/** In which figures of a period a dossier counts, by what its ledger says. */
final class DossierThen {

    private DossierThen() {}

    /**
     * @param from first moment of the period
     * @param judged the moment of judgement
     */
    static Set<Measure> measures(Ledger ledger, Channel channel, LocalDateTime from, LocalDateTime judged) {
        if (ledger.events().isEmpty()) {
            return EnumSet.noneOf(Measure.class);
        }
        Optional<ClockReading> reading = ledger.asOf(judged);
        return reading.map(known -> received(known, ledger, channel, from))
                .orElseGet(() -> notReceived(ledger, from, judged));
    }

    private static Set<Measure> received(ClockReading known, Ledger ledger, Channel channel, LocalDateTime from) {
        Set<Measure> measures = EnumSet.noneOf(Measure.class);
        LocalDateTime resolved = known.resolved();
        if (resolved != null && resolved.isBefore(from)) {
            return measures;
        }
        measures.add(Measure.RECEIVED);
        measures.add(
                known.received().isBefore(from)
                        ? Measure.CARRIED_OVER
                        : channel == Channel.ONLINE ? Measure.ONLINE : Measure.OTHER);
        if (resolved == null) {
            measures.add(Measure.OPEN);
            measures.add(known.overdue() ? Measure.OVERDUE : Measure.WITHIN_LIMIT);
            if (known.waiting()) {
                measures.add(Measure.WAITING);
            }
            return measures;
        }
        measures.add(Measure.RESOLVED);
        if (known.timeliness() != null) {
            measures.add(Measure.valueOf(known.timeliness().name()));
        }
        ledger.events().stream()
                .filter(event -> event.occurredAt().equals(resolved))
                .forEach(event -> outcome(event).ifPresent(measures::add));
        return measures;
    }

    private static Set<Measure> notReceived(Ledger ledger, LocalDateTime from, LocalDateTime judged) {
        boolean refused = ledger.events().stream()
                .anyMatch(event -> event.kind() == EventKind.NOT_ACCEPTED
                        && !event.occurredAt().isBefore(from)
                        && !event.occurredAt().isAfter(judged));
        return refused ? EnumSet.of(Measure.NOT_ACCEPTED) : EnumSet.noneOf(Measure.class);
    }

    private static Optional<Measure> outcome(ClockEvent event) {
        return switch (event.kind()) {
            case RESOLVED -> Optional.of(Measure.GRANTED);
            case REFUSED -> Optional.of(Measure.REFUSED);
            case WITHDRAWN -> Optional.of(Measure.WITHDRAWN);
            case STOPPED -> Optional.of(Measure.STOPPED);
            default -> Optional.empty();
        };
    }
}

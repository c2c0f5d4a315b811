package vn.motcua.sla;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Component;

/**
 * How good the forecasts of risk have been. Each number is a {@link Measure}, so its list is as long; of a dossier that
 * went back and forth any stretch at risk counts as a warning, but only one about the due date that it missed as
 * foresight. What was withdrawn or stopped counts as resolved on time, as in the statutory report.
 */
@Component
public class RiskQuality {

    /** A share with its base. */
    public record Share(long part, long base) {

        /** Of the base in hundredths, empty where there is nothing to divide by. */
        public OptionalDouble percent() {
            return base == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * part / base);
        }
    }

    /**
     * @param becameLate of the dossiers that were at risk at some time and are resolved
     * @param foreseen of the dossiers that became late, those at risk at least a working day before they were due
     */
    public record Quality(Share becameLate, Share foreseen) {}

    private static final List<Measure> MEASURES =
            List.of(Measure.WARNED, Measure.WARNED_LATE, Measure.BECAME_LATE, Measure.FORESEEN);

    private final Counting counting;

    RiskQuality(Counting counting) {
        this.counting = counting;
    }

    /** @throws vn.motcua.refusal.Refusal as {@link Counting#of} */
    public Quality of(Selection selection) {
        Map<Measure, Long> counts = counting.of(selection, MEASURES);
        return new Quality(
                share(counts, Measure.WARNED_LATE, Measure.WARNED),
                share(counts, Measure.FORESEEN, Measure.BECAME_LATE));
    }

    private static Share share(Map<Measure, Long> counts, Measure part, Measure base) {
        return new Share(counts.getOrDefault(part, 0L), counts.getOrDefault(base, 0L));
    }
}

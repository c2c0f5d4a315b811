package vn.motcua.dossier;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.motcua.calendar.VietnameseDates;

/**
 * What a dossier's clock said at a moment and how that came about. Dates and moments are ISO 8601 local time.
 *
 * @param reading empty when the dossier was not received by then
 */
public record ExplainedDossier(String code, Optional<ClockReading> reading, List<ReckoningStep> steps) {

    static ExplainedDossier of(String code, Ledger ledger, LocalDateTime asOf) {
        Optional<ClockReading> reading = ledger.asOf(asOf);
        List<ReckoningStep> steps = reading.map(ledger::explain)
                .orElseGet(() -> List.of(new ReckoningStep(
                        2,
                        "Chưa được tiếp nhận vào lúc " + VietnameseDates.moment(asOf) + ", thời hạn chưa chạy",
                        null,
                        null)));
        return new ExplainedDossier(code, reading, steps);
    }

    /** One line for people. */
    public String summary() {
        return reading.map(clock -> "Hạn: " + clock.due().vietnamese() + remark(clock))
                .orElse("Chưa có hạn");
    }

    private static String remark(ClockReading clock) {
        String provisional = clock.due().provisional() ? " (tạm tính)" : "";
        return clock.waiting() ? provisional + " (chưa kể lần chờ này, sẽ dời lại khi người nộp đáp ứng)" : provisional;
    }

    @JsonPropertyOrder({
        "code",
        "received",
        "effectiveReceipt",
        "due",
        "provisional",
        "waiting",
        "overdue",
        "timeliness",
        "steps"
    })
    private record Json(
            String code,
            @Nullable String received,
            @Nullable String effectiveReceipt,
            @Nullable String due,
            boolean provisional,
            boolean waiting,
            boolean overdue,
            @Nullable Timeliness timeliness,
            List<ReckoningStep> steps) {}

    public String json() {
        Json json = new Json(
                code,
                reading.map(clock -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(clock.received()))
                        .orElse(null),
                reading.map(clock -> clock.effectiveReceipt().toString()).orElse(null),
                reading.map(clock -> clock.due().iso()).orElse(null),
                reading.map(clock -> clock.due().provisional()).orElse(false),
                reading.map(ClockReading::waiting).orElse(false),
                reading.map(ClockReading::overdue).orElse(false),
                reading.map(ClockReading::timeliness).orElse(null),
                steps);
        try {
            return new JsonMapper().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which event may follow which status: a table of all that may; whatever is not in it may not. */
class TransitionsTest {

    /** The events that lead to the situation; the status it is in; every event that may follow, with where it leads. */
    @ParameterizedTest(name = "{1} after {0}")
    @CsvSource(delimiter = '|', textBlock = """
            | | FILED>FILED ACCEPTED>RECEIVED

            FILED | FILED | ACCEPTED>RECEIVED NOT_ACCEPTED>NOT_ACCEPTED SUPPLEMENT_ASKED>WAITING_SUPPLEMENT WITHDRAWN>STOPPED RECALCULATED>FILED

            FILED SUPPLEMENT_ASKED | WAITING_SUPPLEMENT | SUPPLEMENT_RECEIVED>FILED NOT_ACCEPTED>NOT_ACCEPTED WITHDRAWN>STOPPED RECALCULATED>WAITING_SUPPLEMENT

            FILED SUPPLEMENT_ASKED SUPPLEMENT_RECEIVED | FILED | ACCEPTED>RECEIVED NOT_ACCEPTED>NOT_ACCEPTED SUPPLEMENT_ASKED>WAITING_SUPPLEMENT WITHDRAWN>STOPPED RECALCULATED>FILED

            FILED NOT_ACCEPTED | NOT_ACCEPTED | RECALCULATED>NOT_ACCEPTED

            FILED WITHDRAWN | STOPPED | RETURNED>RETURNED RECALCULATED>STOPPED

            ACCEPTED | RECEIVED | PROCESSING_BEGUN>IN_PROCESS SUPPLEMENT_ASKED>WAITING_SUPPLEMENT PAYMENT_ASKED>WAITING_PAYMENT WITHDRAWAL_ASKED>WITHDRAWAL_ASKED EXTENDED>RECEIVED REAPPOINTED>RECEIVED REFUSED>RESOLVED RESOLVED>RESOLVED WITHDRAWN>STOPPED STOPPED>STOPPED RECALCULATED>RECEIVED

            FILED ACCEPTED | RECEIVED | PROCESSING_BEGUN>IN_PROCESS SUPPLEMENT_ASKED>WAITING_SUPPLEMENT PAYMENT_ASKED>WAITING_PAYMENT WITHDRAWAL_ASKED>WITHDRAWAL_ASKED EXTENDED>RECEIVED REAPPOINTED>RECEIVED REFUSED>RESOLVED RESOLVED>RESOLVED WITHDRAWN>STOPPED STOPPED>STOPPED RECALCULATED>RECEIVED

            ACCEPTED PROCESSING_BEGUN | IN_PROCESS | SUPPLEMENT_ASKED>WAITING_SUPPLEMENT PAYMENT_ASKED>WAITING_PAYMENT WITHDRAWAL_ASKED>WITHDRAWAL_ASKED EXTENDED>IN_PROCESS REAPPOINTED>IN_PROCESS REFUSED>RESOLVED RESOLVED>RESOLVED WITHDRAWN>STOPPED STOPPED>STOPPED RECALCULATED>IN_PROCESS

            ACCEPTED SUPPLEMENT_ASKED | WAITING_SUPPLEMENT | SUPPLEMENT_RECEIVED>RECEIVED WITHDRAWAL_ASKED>WITHDRAWAL_ASKED EXTENDED>WAITING_SUPPLEMENT REFUSED>RESOLVED RESOLVED>RESOLVED WITHDRAWN>STOPPED STOPPED>STOPPED RECALCULATED>WAITING_SUPPLEMENT

            ACCEPTED PAYMENT_ASKED | WAITING_PAYMENT | PAYMENT_RECEIVED>RECEIVED WITHDRAWAL_ASKED>WITHDRAWAL_ASKED EXTENDED>WAITING_PAYMENT REAPPOINTED>WAITING_PAYMENT REFUSED>RESOLVED RESOLVED>RESOLVED WITHDRAWN>STOPPED STOPPED>STOPPED RECALCULATED>WAITING_PAYMENT

            ACCEPTED WITHDRAWAL_ASKED | WITHDRAWAL_ASKED | WITHDRAWAL_DECLINED>RECEIVED EXTENDED>WITHDRAWAL_ASKED REAPPOINTED>WITHDRAWAL_ASKED REFUSED>RESOLVED RESOLVED>RESOLVED WITHDRAWN>STOPPED STOPPED>STOPPED RECALCULATED>WITHDRAWAL_ASKED

            ACCEPTED RESOLVED | RESOLVED | RETURNED>RETURNED RECALCULATED>RESOLVED

            ACCEPTED REFUSED | RESOLVED | RETURNED>RETURNED RECALCULATED>RESOLVED

            ACCEPTED WITHDRAWN | STOPPED | RETURNED>RETURNED RECALCULATED>STOPPED

            ACCEPTED STOPPED | STOPPED | RETURNED>RETURNED RECALCULATED>STOPPED

            ACCEPTED RESOLVED RETURNED | RETURNED | RECALCULATED>RETURNED
            """)
    void onlyTheseEventsMayFollow(String past, Status status, String allowed) {
        Transitions state = after(past);
        assertThat(state.status()).isEqualTo(status);
        assertThat(Arrays.stream(EventKind.values())
                        .flatMap(event -> state.after(event).stream().map(next -> event + ">" + next.status()))
                        .collect(Collectors.toSet()))
                .isEqualTo(Set.of(allowed.split(" ")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ACCEPTED SUPPLEMENT_ASKED SUPPLEMENT_RECEIVED, RECEIVED",
        "ACCEPTED PROCESSING_BEGUN SUPPLEMENT_ASKED SUPPLEMENT_RECEIVED, IN_PROCESS",
        "FILED SUPPLEMENT_ASKED SUPPLEMENT_RECEIVED ACCEPTED SUPPLEMENT_ASKED SUPPLEMENT_RECEIVED, RECEIVED",
        "ACCEPTED PAYMENT_ASKED PAYMENT_RECEIVED, RECEIVED",
        "ACCEPTED PROCESSING_BEGUN PAYMENT_ASKED PAYMENT_RECEIVED SUPPLEMENT_ASKED SUPPLEMENT_RECEIVED, IN_PROCESS",
        "ACCEPTED PROCESSING_BEGUN WITHDRAWAL_ASKED WITHDRAWAL_DECLINED, IN_PROCESS",
        "ACCEPTED PROCESSING_BEGUN SUPPLEMENT_ASKED WITHDRAWAL_ASKED WITHDRAWAL_DECLINED, WAITING_SUPPLEMENT",
        "ACCEPTED PROCESSING_BEGUN SUPPLEMENT_ASKED WITHDRAWAL_ASKED WITHDRAWAL_DECLINED SUPPLEMENT_RECEIVED, IN_PROCESS",
        "ACCEPTED PAYMENT_ASKED WITHDRAWAL_ASKED EXTENDED WITHDRAWAL_DECLINED PAYMENT_RECEIVED, RECEIVED",
        "ACCEPTED PROCESSING_BEGUN SUPPLEMENT_ASKED RECALCULATED EXTENDED SUPPLEMENT_RECEIVED, IN_PROCESS"
    })
    void whatWasInterruptedGoesOnWhereItWas(String past, Status status) {
        assertThat(after(past).status()).isEqualTo(status);
    }

    @Test
    void whatHasEndedNeverOpensAgain() {
        Set<Status> ended = EnumSet.of(Status.NOT_ACCEPTED, Status.STOPPED, Status.RESOLVED, Status.RETURNED);
        for (String past : new String[] {
            "FILED NOT_ACCEPTED",
            "FILED WITHDRAWN",
            "ACCEPTED STOPPED",
            "ACCEPTED RESOLVED",
            "ACCEPTED REFUSED RETURNED"
        }) {
            for (EventKind event : EventKind.values()) {
                after(past).after(event).ifPresent(next -> assertThat(next.status())
                        .as("%s %s", past, event)
                        .isIn(ended));
            }
        }
        assertThat(Arrays.stream(Status.values()).filter(Status::isEnded)).containsExactlyInAnyOrderElementsOf(ended);
    }

    @Test
    void theStatusesHaveTheNationalNumbersOneToTen() {
        assertThat(Status.values()).extracting(Status::number).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(Status.ofNumber(9)).contains(Status.RESOLVED);
        assertThat(Status.ofNumber(0)).isEmpty();
        assertThat(Status.ofNumber(11)).isEmpty();
    }

    @Test
    void aLedgerWhoseEventsDoNotFollowFromOneAnotherIsAnError() {
        Story impossible = Story.of(3, vn.motcua.calendar.LimitUnit.WORKING_DAYS, vn.motcua.catalogue.ClockPolicy.PAUSE)
                .accepted("Mon 2019-01-14 09:00")
                .then(EventKind.RETURNED, "Mon 2019-01-14 10:00");

        assertThatIllegalStateException()
                .isThrownBy(() -> impossible.ledger().state())
                .withMessageContaining("RETURNED")
                .withMessageContaining("RECEIVED");
    }

    private static Transitions after(String past) {
        Transitions state = Transitions.START;
        for (String event : past == null ? new String[0] : past.split(" ")) {
            state = state.after(EventKind.valueOf(event)).orElseThrow();
        }
        return state;
    }
}

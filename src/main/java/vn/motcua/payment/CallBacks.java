package vn.motcua.payment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.motcua.payment.PaymentGateway.CallBack;
import vn.motcua.payment.PaymentGateway.Report;

/** Hears what gateways tell, whichever way it comes, and keeps it. */
@PaymentRoom
class CallBacks {

    private static final Logger LOG = LoggerFactory.getLogger(CallBacks.class);
    private static final int LONGEST = 100;

    private final Settlement settlement;
    private final JdbcClient jdbc;
    private final Clock clock;

    CallBacks(Settlement settlement, JdbcClient jdbc, Clock clock) {
        this.settlement = settlement;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return empty where the gateway did not sign it: whoever sent that leaves a line in the log and no row */
    Optional<Verdict> receive(PaymentGateway gateway, CallBack callBack) {
        Optional<Report> report = gateway.read(callBack);
        if (report.isEmpty()) {
            LOG.warn("A call-back to {} was not signed by it", gateway.name());
        }
        return report.map(told -> take(gateway.name(), told));
    }

    Verdict take(String gateway, Report report) {
        Verdict verdict = settlement.take(gateway, report);
        note(gateway, report, verdict);
        return verdict;
    }

    /** The answer to a question of ours: the same answer to the same question again is not kept again. */
    Verdict takeAnswer(String gateway, Report report) {
        Verdict verdict = settlement.take(gateway, report);
        if (verdict != Verdict.KNOWN && !isNoted(gateway, report, verdict)) {
            note(gateway, report, verdict);
        }
        return verdict;
    }

    private boolean isNoted(String gateway, Report report, Verdict verdict) {
        return jdbc.sql("""
                        select exists (select from motcua.payment_call_back
                            where reference = ? and gateway = ? and amount = ? and outcome = ? and verdict = ?)
                        """)
                .params(
                        report.reference(),
                        gateway,
                        report.amount(),
                        report.outcome().name(),
                        verdict.name())
                .query(Boolean.class)
                .single();
    }

    private void note(String gateway, Report report, Verdict verdict) {
        if (verdict.isRefused()) {
            LOG.warn("A report of {} was refused: {}", gateway, verdict);
        }
        String reference = report.reference();
        jdbc.sql("""
                        insert into motcua.payment_call_back (at, gateway, reference, amount, outcome, verdict)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        LocalDateTime.now(clock),
                        gateway,
                        reference.substring(0, Math.min(LONGEST, reference.length())),
                        report.amount(),
                        report.outcome().name(),
                        verdict.name())
                .update();
    }
}

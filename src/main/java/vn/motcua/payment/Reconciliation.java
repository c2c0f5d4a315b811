package vn.motcua.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import vn.motcua.payment.PaymentGateway.Outcome;

/**
 * Asks gateways about orders that they have not called back about, and looks again at money that is held. An order lapses
 * only by an answer that it is not paid, or where there is nobody to ask any more; one that was given up for another order is
 * asked about as long as money may still come for it.
 */
@PaymentRoom
class Reconciliation {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How long after it has lapsed an order that was given up may still turn out to be paid. */
    static final Duration AFTERWARDS = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final PaymentOrders orders;
    private final Gateways gateways;
    private final CallBacks callBacks;
    private final Settlement settlement;
    private final Clock clock;

    Reconciliation(PaymentOrders orders, Gateways gateways, CallBacks callBacks, Settlement settlement, Clock clock) {
        this.orders = orders;
        this.gateways = gateways;
        this.callBacks = callBacks;
        this.settlement = settlement;
        this.clock = clock;
    }

    /** One order that fails is none of the others' trouble. */
    @Scheduled(initialDelay = 60, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void look() {
        LocalDateTime now = LocalDateTime.now(clock);
        for (PaymentOrder order : orders.begunBefore(now.minus(PATIENCE))) {
            guarded(order, () -> ask(order));
        }
        for (PaymentOrder order : orders.givenUp(now.minus(AFTERWARDS))) {
            guarded(order, () -> ask(order));
        }
        for (PaymentOrder order : orders.held()) {
            guarded(order, () -> settlement.useHeld(order));
        }
    }

    /** Outside of any transaction: a gateway may take its time, and may not answer. */
    void ask(PaymentOrder order) {
        boolean answered = gateways.find(order.gateway())
                .map(gateway -> gateway.ask(gateways.announced(order)))
                .filter(report -> report.outcome() != Outcome.OPEN)
                .filter(report -> !callBacks.takeAnswer(order.gateway(), report).isRefused())
                .isPresent();
        if (!answered && !LocalDateTime.now(clock).isBefore(order.lapses())) {
            settlement.lapse(order);
        }
    }

    private static void guarded(PaymentOrder order, Runnable look) {
        try {
            look.run();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Payment order {} could not be looked at, the next round will: {}", order.id(), failure.toString());
        }
    }
}

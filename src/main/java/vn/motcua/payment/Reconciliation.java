package vn.motcua.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import vn.motcua.payment.PaymentGateway.Outcome;
import vn.motcua.payment.PaymentGateway.Report;

/**
 * Asks gateways about orders that they have not called back about, and looks again at money that is held. An order lapses
 * only by an answer that it is not paid, or where there is nobody to ask any more.
 */
@PaymentRoom
class Reconciliation {

    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final PaymentOrders orders;
    private final Payments payments;
    private final Gateways gateways;
    private final CallBacks callBacks;
    private final Settlement settlement;
    private final Clock clock;

    Reconciliation(
            PaymentOrders orders,
            Payments payments,
            Gateways gateways,
            CallBacks callBacks,
            Settlement settlement,
            Clock clock) {
        this.orders = orders;
        this.payments = payments;
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
            guarded(order, () -> ask(order, now));
        }
        for (PaymentOrder order : orders.held()) {
            guarded(order, () -> settlement.useHeld(order));
        }
    }

    private void ask(PaymentOrder order, LocalDateTime now) {
        Optional<PaymentGateway> gateway = gateways.find(order.gateway());
        boolean open = true;
        if (gateway.isPresent()) {
            Report report = gateway.get().ask(payments.announced(order));
            open = report.outcome() == Outcome.OPEN;
            if (!open) {
                callBacks.take(order.gateway(), report);
            }
        }
        if (open && !now.isBefore(order.lapses())) {
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

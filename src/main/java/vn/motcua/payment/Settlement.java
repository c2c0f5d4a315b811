package vn.motcua.payment;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.payment.PaymentGateway.Outcome;
import vn.motcua.payment.PaymentGateway.Report;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.Fee;

/**
 * Takes what a verified gateway says into the books. The order and the dossier's going on are one transaction under the
 * lock of the dossier, so of two reports at once the second finds what the first did.
 */
@PaymentRoom
class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final PaymentOrders orders;
    private final Dossiers dossiers;
    private final DossierFlow flow;
    private final Fee fee;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settlement(
            PaymentOrders orders,
            Dossiers dossiers,
            DossierFlow flow,
            Fee fee,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.dossiers = dossiers;
        this.flow = flow;
        this.fee = fee;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param gateway who says it; of orders of another gateway it knows nothing */
    Verdict take(String gateway, Report report) {
        PaymentOrder known = orders.find(report.reference())
                .filter(order -> order.gateway().equals(gateway))
                .orElse(null);
        if (known == null) {
            return Verdict.UNKNOWN_ORDER;
        }
        boolean money = report.outcome() == Outcome.PAID && report.amount() == known.amount();
        Supplier<Verdict> taking = () -> apply(known.dossier(), report);
        return money ? orHeld(known, taking) : transaction.execute(status -> taking.get());
    }

    /** Looks again at money that waits for the end of something else. */
    void useHeld(PaymentOrder held) {
        orHeld(held, () -> {
            Dossier dossier = dossiers.lock(held.dossier());
            PaymentOrder order = orders.get(held.reference());
            if (order.state() == OrderState.HELD) {
                use(order, dossier);
            }
            return Verdict.TAKEN;
        });
    }

    /** The order was not paid in time. Money that comes all the same is taken. */
    void lapse(PaymentOrder begun) {
        transaction.executeWithoutResult(status -> {
            dossiers.lock(begun.dossier());
            if (orders.get(begun.reference()).state() == OrderState.BEGUN) {
                orders.answer(begun, OrderState.LAPSED, LocalDateTime.now(clock));
            }
        });
    }

    private Verdict apply(String code, Report report) {
        Dossier dossier = dossiers.lock(code);
        PaymentOrder order = orders.get(report.reference());
        if (order.amount() != report.amount()) {
            return Verdict.OTHER_AMOUNT;
        }
        return switch (report.outcome()) {
            case OPEN -> Verdict.KNOWN;
            case FAILED -> fail(order);
            case PAID -> pay(order, dossier);
        };
    }

    private Verdict fail(PaymentOrder order) {
        if (order.state() == OrderState.BEGUN) {
            orders.answer(order, OrderState.FAILED, LocalDateTime.now(clock));
            return Verdict.TAKEN;
        }
        return order.state().isReceived() ? Verdict.CONTRADICTION : Verdict.KNOWN;
    }

    private Verdict pay(PaymentOrder order, Dossier dossier) {
        if (order.state().isReceived()) {
            return Verdict.KNOWN;
        }
        orders.answer(order, OrderState.SURPLUS, LocalDateTime.now(clock));
        use(order, dossier);
        return Verdict.TAKEN;
    }

    private void use(PaymentOrder order, Dossier dossier) {
        boolean fits = order.amount() == fee.inDong(dossier) && !orders.isOneTooMany(order);
        if (fits && dossier.status() == Status.WAITING_PAYMENT) {
            orders.use(order, OrderState.PAID);
            flow.paymentReceived(dossier.code(), "gateway:" + order.gateway());
        } else if (fits && dossier.status() == Status.WITHDRAWAL_ASKED && isUnpaid(dossier)) {
            orders.use(order, OrderState.HELD);
        } else {
            orders.use(order, OrderState.SURPLUS);
        }
    }

    /** Whether it would wait for payment again once its withdrawal is declined. */
    private boolean isUnpaid(Dossier dossier) {
        long open = 0;
        for (ClockEvent event : dossiers.ledger(dossier).events()) {
            open += event.kind() == EventKind.PAYMENT_ASKED ? 1 : event.kind() == EventKind.PAYMENT_RECEIVED ? -1 : 0;
        }
        return open > 0;
    }

    /** Where the dossier cannot go on just now, whatever the reason, the money is kept all the same and used later. */
    private Verdict orHeld(PaymentOrder order, Supplier<Verdict> taking) {
        try {
            return transaction.execute(status -> taking.get());
        } catch (RuntimeException failure) {
            LOG.warn("Payment order {} is held", order.id(), failure);
            return transaction.execute(status -> hold(order));
        }
    }

    private Verdict hold(PaymentOrder known) {
        dossiers.lock(known.dossier());
        PaymentOrder order = orders.get(known.reference());
        if (!order.state().isReceived()) {
            orders.answer(
                    order, orders.isOneTooMany(order) ? OrderState.SURPLUS : OrderState.HELD, LocalDateTime.now(clock));
        }
        return Verdict.TAKEN;
    }
}

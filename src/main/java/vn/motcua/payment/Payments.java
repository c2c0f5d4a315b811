package vn.motcua.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.Status;
import vn.motcua.refusal.Refusal;
import vn.motcua.workflow.DossierFlow;
import vn.motcua.workflow.Fee;

/** Paying the fee of a dossier through the gateway in use. Whether somebody may is for the caller to know. */
@PaymentRoom
public class Payments {

    static final Duration LAPSE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(Payments.class);

    /** A path of ours, and nothing that a browser would take for another server. */
    private static final Pattern LOCAL = Pattern.compile("/|/[^/\\\\\\p{Cntrl}\\s][^\\\\\\p{Cntrl}\\s]*");

    private final PaymentOrders orders;
    private final Gateways gateways;
    private final Dossiers dossiers;
    private final DossierFlow flow;
    private final Fee fee;
    private final Reconciliation reconciliation;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Payments(
            PaymentOrders orders,
            Gateways gateways,
            Dossiers dossiers,
            DossierFlow flow,
            Fee fee,
            Reconciliation reconciliation,
            TransactionTemplate transaction,
            Clock clock) {
        this.orders = orders;
        this.gateways = gateways;
        this.dossiers = dossiers;
        this.flow = flow;
        this.fee = fee;
        this.reconciliation = reconciliation;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What is to be paid now, empty where the dossier does not wait for payment. */
    public Optional<ToPay> toPay(String code) {
        return dossiers.find(code)
                .filter(this::waits)
                .map(dossier -> new ToPay(
                        fee.inDong(dossier),
                        gateways.inUse().isPresent(),
                        orders.underWay(dossier.id())
                                .map(PaymentOrder::reference)
                                .orElse(null)));
    }

    /**
     * Begins to pay, or goes on with what was begun.
     *
     * @param returnPath a path of ours, for "back to the dossier" when it is over
     * @return the path of ours to redirect to, which leads on to the gateway
     * @throws Refusal where there is nothing to pay, no gateway, or it does not answer
     */
    public String begin(String code, String returnPath) {
        if (!LOCAL.matcher(returnPath).matches()) {
            throw new IllegalArgumentException("Not a path of ours: " + returnPath);
        }
        PaymentGateway gateway = gateways.inUse()
                .orElseThrow(() -> new Refusal("Chưa nộp trực tuyến được; hãy nộp tại bộ phận một cửa"));
        PaymentOrder paid = foundPaid(code).orElse(null);
        if (paid != null) {
            return path(paid.reference());
        }
        PaymentOrder order = transaction.execute(status -> order(code, gateway, returnPath));
        if (order.state() == OrderState.HELD) {
            return path(order.reference());
        }
        if (order.address() == null) {
            announce(gateway, order);
        }
        return path(order.reference()) + "/go";
    }

    Optional<PaymentOrder> find(String reference) {
        return orders.find(reference);
    }

    static String path(String reference) {
        return "/payment/" + reference;
    }

    /** Before another order takes the place of one whose time is over, its gateway is asked: it may have been paid. */
    private Optional<PaymentOrder> foundPaid(String code) {
        PaymentOrder before = dossiers.find(code)
                .flatMap(dossier -> orders.underWay(dossier.id()))
                .filter(order -> order.state() == OrderState.BEGUN && !order.isOpen(LocalDateTime.now(clock)))
                .orElse(null);
        if (before == null) {
            return Optional.empty();
        }
        try {
            reconciliation.ask(before);
        } catch (RuntimeException failure) {
            throw silent(before, failure);
        }
        return orders.find(before.reference()).filter(order -> order.state().isReceived());
    }

    private PaymentOrder order(String code, PaymentGateway gateway, String returnPath) {
        Dossier dossier = dossiers.lock(code);
        if (!waits(dossier)) {
            throw new Refusal("Hồ sơ %s không chờ nộp phí, lệ phí".formatted(code));
        }
        LocalDateTime now = LocalDateTime.now(clock);
        long amount = fee.inDong(dossier);
        PaymentOrder before = orders.underWay(dossier.id()).orElse(null);
        if (before != null && goesOn(before, gateway, amount, now)) {
            orders.returnTo(before, returnPath);
            return before;
        }
        if (before != null) {
            orders.answer(before, OrderState.LAPSED, now);
        }
        return orders.get(orders.begin(dossier, gateway.name(), amount, returnPath, now, now.plus(LAPSE)));
    }

    /** A dossier of an old register may have the status and no process that could go on. */
    private boolean waits(Dossier dossier) {
        return dossier.status() == Status.WAITING_PAYMENT && flow.awaitsPayment(dossier.code());
    }

    private static boolean goesOn(PaymentOrder order, PaymentGateway gateway, long amount, LocalDateTime now) {
        return order.state() == OrderState.HELD
                || order.isOpen(now)
                        && order.amount() == amount
                        && order.gateway().equals(gateway.name());
    }

    /** Outside of any transaction: a gateway may take its time. A second one finds the order there. */
    private void announce(PaymentGateway gateway, PaymentOrder order) {
        try {
            orders.announced(order, gateway.begin(gateways.announced(order)).toASCIIString());
        } catch (RuntimeException failure) {
            throw silent(order, failure);
        }
    }

    private static Refusal silent(PaymentOrder order, RuntimeException failure) {
        LOG.warn("Payment gateway {} does not answer about order {}", order.gateway(), order.id(), failure);
        return new Refusal(
                "Cổng thanh toán không trả lời; hãy thử lại sau ít phút hoặc nộp tại bộ phận một cửa", failure);
    }
}

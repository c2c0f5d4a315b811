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
 * The pretended system: what its buttons do, and its call-backs. These are signed and read like any other, but handed over
 * in the process and not over the network, since a server behind a proxy does not know the address that reaches itself.
 */
@PaymentRoom
class SandboxBank {

    static final Duration LATE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(SandboxBank.class);

    /** What somebody can do on the page of the sandbox. */
    enum Button {
        PAY(Outcome.PAID, 1),
        FAIL(Outcome.FAILED, 1),
        PAY_LATE(Outcome.PAID, 1),
        PAY_TWICE(Outcome.PAID, 2),
        CLOSE(Outcome.OPEN, 0);

        private final Outcome outcome;
        private final int calls;

        Button(Outcome outcome, int calls) {
            this.outcome = outcome;
            this.calls = calls;
        }
    }

    private final SandboxBooks books;
    private final SandboxGateway gateway;
    private final CallBacks callBacks;
    private final Gateways gateways;
    private final Clock clock;

    SandboxBank(SandboxBooks books, SandboxGateway gateway, CallBacks callBacks, Gateways gateways, Clock clock) {
        this.books = books;
        this.gateway = gateway;
        this.callBacks = callBacks;
        this.gateways = gateways;
        this.clock = clock;
    }

    void press(SandboxBooks.Entry entry, Button button) {
        LocalDateTime now = LocalDateTime.now(clock);
        if (entry.isOpen(now) && button != Button.CLOSE) {
            LocalDateTime callAt = button == Button.PAY_LATE ? now.plus(LATE) : now;
            books.answer(entry, button.outcome, button.calls, callAt);
            callOut();
        }
    }

    /** Sends what is due. What does not arrive is sent again in the next round, as gateways do. */
    @Scheduled(initialDelay = 10, fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void callOut() {
        if (gateways.find(SandboxGateway.NAME).isPresent()) {
            books.toCall(LocalDateTime.now(clock)).forEach(this::call);
        }
    }

    private void call(String reference) {
        SandboxBooks.Entry entry = books.find(reference).orElseThrow();
        while (books.takeCall(reference)) {
            try {
                callBacks.receive(gateway, gateway.callBack(entry));
            } catch (RuntimeException failure) {
                LOG.warn("The sandbox will call back again", failure);
                books.giveCallBack(reference);
                return;
            }
        }
    }
}

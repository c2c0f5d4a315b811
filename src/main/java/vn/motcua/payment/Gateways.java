package vn.motcua.payment;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.StoreFacts;
import vn.motcua.page.PublicAddress;

/** The gateways that there are, and the one in use: by setting, and the sandbox where the demo data are. */
@Component
class Gateways {

    private static final String NONE = "none";

    private final List<PaymentGateway> known;
    private final String setting;
    private final StoreFacts facts;
    private final PublicAddress pages;

    Gateways(
            List<PaymentGateway> known,
            @Value("${motcua.payment.gateway:}") String setting,
            StoreFacts facts,
            PublicAddress pages) {
        this.known = List.copyOf(known);
        this.setting = setting.strip();
        this.facts = facts;
        this.pages = pages;
        if (!this.setting.isEmpty()
                && !this.setting.equals(NONE)
                && named(this.setting).isEmpty()) {
            throw new IllegalArgumentException("motcua.payment.gateway=%s is none of %s"
                    .formatted(setting, known.stream().map(PaymentGateway::name).toList()));
        }
    }

    Optional<PaymentGateway> inUse() {
        String name = setting.isEmpty() && facts.get(StoreFacts.DEMO).isPresent() ? SandboxGateway.NAME : setting;
        return named(name);
    }

    /** A gateway that may still answer for orders begun with it; the sandbox only while it is in use. */
    Optional<PaymentGateway> find(String name) {
        return name.equals(SandboxGateway.NAME)
                ? inUse().filter(gateway -> gateway.name().equals(name))
                : named(name);
    }

    /** What a gateway is told of an order, the first time and when it is asked again. */
    PaymentGateway.Order announced(PaymentOrder order) {
        URI back = URI.create(pages.of(Payments.path(order.reference())));
        return new PaymentGateway.Order(order.reference(), order.dossier(), order.amount(), back, order.lapses());
    }

    private Optional<PaymentGateway> named(String name) {
        return known.stream().filter(gateway -> gateway.name().equals(name)).findFirst();
    }
}

package vn.motcua.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Speaks to the sandbox as to a system elsewhere: signed JSON, and nothing of it believed unsigned. */
@Component
class SandboxGateway implements PaymentGateway {

    static final String NAME = "sandbox";
    static final String SIGNATURE = "x-signature";

    private final SandboxBooks books;
    private final SandboxSeal seal;
    private final ObjectMapper json;

    SandboxGateway(SandboxBooks books, SandboxSeal seal, ObjectMapper json) {
        this.books = books;
        this.seal = seal;
        this.json = json;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public URI begin(Order order) {
        books.open(order);
        return URI.create("/payment/sandbox/" + order.reference());
    }

    @Override
    public Optional<Report> read(CallBack callBack) {
        String signature = callBack.headers().getOrDefault(SIGNATURE, "");
        try {
            return seal.isSigned(callBack.body(), signature)
                    ? Optional.of(json.readValue(callBack.body(), Report.class))
                    : Optional.empty();
        } catch (IOException signedNonsense) {
            return Optional.empty();
        }
    }

    @Override
    public Report ask(Order order) {
        return books.find(order.reference())
                .map(SandboxGateway::report)
                .orElse(new Report(order.reference(), order.amount(), Outcome.OPEN));
    }

    /** A call-back as the sandbox sends it. */
    CallBack callBack(SandboxBooks.Entry entry) {
        try {
            byte[] body = json.writeValueAsBytes(report(entry));
            return new CallBack(Map.of(SIGNATURE, seal.sign(body)), Map.of(), body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Report report(SandboxBooks.Entry entry) {
        return new Report(entry.reference(), entry.amount(), entry.state());
    }
}

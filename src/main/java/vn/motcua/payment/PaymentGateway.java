package vn.motcua.payment;

import java.net.URI;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A gateway that takes money for us: a bean of this type is a gateway, in use where {@code motcua.payment.gateway} is its
 * name. What it tells is checked by us against the order; it may tell the same as often as it likes.
 */
public interface PaymentGateway {

    /** What a gateway says of an order. */
    enum Outcome {
        /** Neither paid nor given up, or not known there. */
        OPEN,
        PAID,
        FAILED
    }

    /**
     * What is to be paid.
     *
     * @param reference ours, to be told with every answer
     * @param dossier its code, for the payer to recognise
     * @param amount in đồng
     * @param returnAddress where the payer's browser comes back to, whatever happened
     * @param lapses from when on the gateway must not take money for it
     */
    record Order(String reference, String dossier, long amount, URI returnAddress, LocalDateTime lapses) {}

    /**
     * A POST to {@code /payment/callback/{name}}.
     *
     * @param headers by name in lower case, the first of each
     * @param parameters of the address and of a form
     * @param body as it came; empty for a form
     */
    record CallBack(Map<String, String> headers, Map<String, List<String>> parameters, byte[] body) {}

    /** @param amount in đồng */
    record Report(String reference, long amount, Outcome outcome) {

        public Report {
            Objects.requireNonNull(reference, "reference");
            Objects.requireNonNull(outcome, "outcome");
        }
    }

    /** A lower-case word; it stands in the address of call-backs and in the ledger. */
    String name();

    /**
     * Announces an order to the gateway, or finds the one that was announced before under the same reference.
     *
     * @return where to send the payer: an address on the web, or a path of ours
     */
    URI begin(Order order);

    /** What a call-back says, empty where it was not the gateway that signed it. */
    Optional<Report> read(CallBack callBack);

    /** What the gateway knows of an order now; an exception where it does not answer. */
    Report ask(Order order);
}

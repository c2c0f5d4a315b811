package vn.motcua.payment;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import vn.motcua.documents.LookupPins;
import vn.motcua.dossier.ClockEvent;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.Dossiers;
import vn.motcua.dossier.EventKind;
import vn.motcua.dossier.Status;
import vn.motcua.support.DeskOffice;
import vn.motcua.support.DeskOffice.Visit;
import vn.motcua.support.TestStore;
import vn.motcua.worklist.WorkItem;

/** An office that takes payments through the sandbox; a publication costs 1,800,000 đồng there. */
final class PayingOffice implements AutoCloseable {

    static final long FEE = 1_800_000;
    static final String CALL_BACK = "/payment/callback/sandbox";

    private static final String SECRET = "bi mat cua cong thu nghiem";

    final DeskOffice desk;
    final TestStore store;

    private PayingOffice(DeskOffice desk) {
        this.desk = desk;
        this.store = desk.store;
    }

    static PayingOffice open() {
        return new PayingOffice(
                DeskOffice.open("--motcua.payment.gateway=sandbox", "--motcua.payment.sandbox.secret=" + SECRET));
    }

    /** A dossier that waits for its fee. */
    String waiting() {
        String code = desk.filePublication();
        desk.complete(
                code,
                "intake-check",
                "counter",
                Map.of("decision", "accept", "media", "printed", "units", 120, "subject", "none"));
        return code;
    }

    /** Begins to pay for a dossier; the reference. */
    String begun(String code) {
        String path = store.bean(Payments.class).begin(code, "/track/" + code);
        return path.split("/")[2];
    }

    Visit tracking(String code) {
        Visit visit = desk.nobody();
        String pin = store.bean(LookupPins.class).of(dossier(code).id());
        HttpResponse<String> answer = visit.submit("/track", "/track", "code", code, "pin", pin);
        if (answer.statusCode() != 302) {
            throw new AssertionError(answer.body());
        }
        return visit;
    }

    /** What the sandbox would post, sent by hand. */
    HttpResponse<String> callBack(String reference, long amount, String outcome) {
        String body = body(reference, amount, outcome);
        return post(body, store.bean(SandboxSeal.class).sign(body.getBytes(StandardCharsets.UTF_8)));
    }

    static String body(String reference, long amount, String outcome) {
        return "{\"reference\":\"%s\",\"amount\":%d,\"outcome\":\"%s\"}".formatted(reference, amount, outcome);
    }

    HttpResponse<String> post(String body, String signature) {
        Visit gateway = desk.nobody();
        return gateway.send(gateway.request(CALL_BACK)
                .header("Content-Type", "application/json")
                .header("X-Signature", signature)
                .POST(BodyPublishers.ofString(body)));
    }

    PaymentOrder order(String reference) {
        return store.bean(PaymentOrders.class).get(reference);
    }

    OrderState state(String reference) {
        return order(reference).state();
    }

    Dossier dossier(String code) {
        return store.bean(Dossiers.class).get(code);
    }

    Status status(String code) {
        return dossier(code).status();
    }

    List<ClockEvent> payments(String code) {
        return store.bean(Dossiers.class).ledger(dossier(code)).events().stream()
                .filter(event -> event.kind() == EventKind.PAYMENT_RECEIVED)
                .toList();
    }

    List<String> tasks(String code) {
        return desk.tasks(code).stream().map(WorkItem::taskKey).toList();
    }

    /** Whether the engine itself still waits for a payment. */
    boolean engineWaits(String code) {
        return store.bean(RuntimeService.class)
                        .createExecutionQuery()
                        .messageEventSubscriptionName("payment-received")
                        .processInstanceBusinessKey(code)
                        .count()
                > 0;
    }

    void payCash(String code) {
        desk.complete(code, "confirm-payment", "counter", Map.of("decision", "paid", "receiptNumber", "BL-1"));
    }

    List<String> verdicts(String reference) {
        return store.jdbc()
                .sql("select verdict from motcua.payment_call_back where reference = ? order by id")
                .param(reference)
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        desk.close();
    }
}

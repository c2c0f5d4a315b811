package vn.motcua.payment;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.payment.PaymentGateway.Order;
import vn.motcua.payment.PaymentGateway.Outcome;

/** What the pretended gateway has written down. */
@Component
class SandboxBooks {

    /** @param returnAddress where the payer's browser goes back to */
    record Entry(
            String reference, String dossier, long amount, Outcome state, String returnAddress, LocalDateTime lapses) {

        boolean isOpen(LocalDateTime now) {
            return state == Outcome.OPEN && now.isBefore(lapses);
        }
    }

    private final JdbcClient jdbc;

    SandboxBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Order order) {
        jdbc.sql("""
                        insert into motcua.payment_sandbox
                            (reference, dossier, amount, state, return_address, lapses_at, calls, call_at)
                        values (?, ?, ?, 'OPEN', ?, ?, 0, ?) on conflict do nothing
                        """)
                .params(
                        order.reference(),
                        order.dossier(),
                        order.amount(),
                        order.returnAddress().toString(),
                        order.lapses(),
                        order.lapses())
                .update();
    }

    Optional<Entry> find(String reference) {
        return jdbc.sql("select * from motcua.payment_sandbox where reference = ?")
                .param(reference)
                .query((row, n) -> new Entry(
                        row.getString("reference"),
                        row.getString("dossier"),
                        row.getLong("amount"),
                        Outcome.valueOf(row.getString("state")),
                        row.getString("return_address"),
                        row.getObject("lapses_at", LocalDateTime.class)))
                .optional();
    }

    /** The first answer stays. */
    void answer(Entry entry, Outcome outcome, int calls, LocalDateTime callAt) {
        jdbc.sql("""
                        update motcua.payment_sandbox set state = ?, calls = ?, call_at = ?
                        where reference = ? and state = 'OPEN'
                        """).params(outcome.name(), calls, callAt, entry.reference()).update();
    }

    List<String> toCall(LocalDateTime now) {
        return jdbc.sql(
                        "select reference from motcua.payment_sandbox where calls > 0 and call_at <= ? order by call_at")
                .param(now)
                .query(String.class)
                .list();
    }

    /** Takes one of the calls that are due; whoever has taken it sends it, and nobody else. */
    boolean takeCall(String reference) {
        return jdbc.sql("update motcua.payment_sandbox set calls = calls - 1 where reference = ? and calls > 0")
                        .param(reference)
                        .update()
                > 0;
    }

    void giveCallBack(String reference) {
        jdbc.sql("update motcua.payment_sandbox set calls = calls + 1 where reference = ?")
                .param(reference)
                .update();
    }
}

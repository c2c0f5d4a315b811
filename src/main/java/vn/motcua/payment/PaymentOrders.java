package vn.motcua.payment;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossier;

/** The rows of orders. Whoever changes one holds its dossier. */
@Component
class PaymentOrders {

    private static final int REFERENCE_BYTES = 20;

    private static final String SELECT = """
            select o.*, d.code from motcua.payment_order o join motcua.dossier d on d.id = o.dossier_id
            """;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    PaymentOrders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<PaymentOrder> find(String reference) {
        return jdbc.sql(SELECT + "where o.reference = ?")
                .param(reference)
                .query(PaymentOrders::order)
                .optional();
    }

    PaymentOrder get(String reference) {
        return find(reference).orElseThrow();
    }

    /** The one that is open, or paid and not used yet. */
    Optional<PaymentOrder> underWay(long dossierId) {
        return jdbc.sql(SELECT
                        + "where o.dossier_id = ? and o.state in ('BEGUN', 'HELD') order by o.state desc limit 1")
                .param(dossierId)
                .query(PaymentOrders::order)
                .optional();
    }

    /** Begun before a moment and not answered, oldest first. */
    List<PaymentOrder> begunBefore(LocalDateTime moment) {
        return jdbc.sql(SELECT + "where o.state = 'BEGUN' and o.begun_at <= ? order by o.begun_at")
                .param(moment)
                .query(PaymentOrders::order)
                .list();
    }

    /** Given up here while the gateway might still take money for them, which it might until the moment or later. */
    List<PaymentOrder> givenUp(LocalDateTime moment) {
        return jdbc.sql(SELECT + """
                        where o.state = 'LAPSED' and o.answered_at < o.lapses_at and o.lapses_at >= ? order by o.lapses_at
                        """).param(moment).query(PaymentOrders::order).list();
    }

    List<PaymentOrder> held() {
        return jdbc.sql(SELECT + "where o.state = 'HELD' order by o.id")
                .query(PaymentOrders::order)
                .list();
    }

    /** Whether another payment of the dossier counts already. */
    boolean isOneTooMany(PaymentOrder order) {
        return jdbc.sql("""
                        select exists (select from motcua.payment_order
                            where dossier_id = ? and id <> ? and state in ('PAID', 'HELD'))
                        """)
                .params(order.dossierId(), order.id())
                .query(Boolean.class)
                .single();
    }

    String begin(
            Dossier dossier, String gateway, long amount, String returnPath, LocalDateTime now, LocalDateTime lapses) {
        byte[] bytes = new byte[REFERENCE_BYTES];
        random.nextBytes(bytes);
        String reference = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("""
                        insert into motcua.payment_order
                            (reference, dossier_id, gateway, amount, state, return_path, begun_at, lapses_at)
                        values (?, ?, ?, ?, 'BEGUN', ?, ?, ?)
                        """)
                .params(reference, dossier.id(), gateway, amount, returnPath, now, lapses)
                .update();
        return reference;
    }

    void returnTo(PaymentOrder order, String path) {
        jdbc.sql("update motcua.payment_order set return_path = ? where id = ?")
                .params(path, order.id())
                .update();
    }

    void announced(PaymentOrder order, String address) {
        jdbc.sql("update motcua.payment_order set address = ? where id = ?")
                .params(address, order.id())
                .update();
    }

    void answer(PaymentOrder order, OrderState state, LocalDateTime now) {
        jdbc.sql("update motcua.payment_order set state = ?, answered_at = ? where id = ?")
                .params(state.name(), now, order.id())
                .update();
    }

    /** Decides about money that came before. */
    void use(PaymentOrder order, OrderState state) {
        jdbc.sql("update motcua.payment_order set state = ? where id = ?")
                .params(state.name(), order.id())
                .update();
    }

    private static PaymentOrder order(ResultSet row, int number) throws SQLException {
        return new PaymentOrder(
                row.getLong("id"),
                row.getString("reference"),
                row.getLong("dossier_id"),
                row.getString("code"),
                row.getString("gateway"),
                row.getLong("amount"),
                OrderState.valueOf(row.getString("state")),
                row.getString("return_path"),
                row.getString("address"),
                row.getObject("begun_at", LocalDateTime.class),
                row.getObject("lapses_at", LocalDateTime.class),
                row.getObject("answered_at", LocalDateTime.class));
    }
}

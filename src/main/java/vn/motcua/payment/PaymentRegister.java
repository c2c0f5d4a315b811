package vn.motcua.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.dossier.Status;
import vn.motcua.refusal.Refusal;

/** The payments of agencies, for those who keep their books. */
@Component
public class PaymentRegister {

    public static final int LONGEST_NOTE = 500;

    private static final String SELECT = """
            select o.reference, d.code, d.applicant_name, d.status, a.name, o.gateway, o.amount, o.state, o.begun_at,
                coalesce(o.answered_at, o.begun_at) as moment, o.paid_back_at,
                coalesce(s.full_name, o.paid_back_by) as paid_back_by, o.paid_back_note
            from motcua.payment_order o join motcua.dossier d on d.id = o.dossier_id
                join motcua.agency a on a.id = d.agency_id
                left join motcua.staff s on s.username = o.paid_back_by
            """;

    private static final String OF_AGENCIES = "where d.agency_id = any (:agencies)";

    private static final String OF_PERIOD = OF_AGENCIES + """
             and coalesce(o.answered_at, o.begun_at) >= :from and coalesce(o.answered_at, o.begun_at) < :end
             and (:state::text is null or o.state = :state)
            """;

    private static final String TOTALS = """
            select count(*) as payments,
                coalesce(sum(o.amount) filter (where o.state in ('PAID', 'HELD', 'SURPLUS', 'PAID_BACK')), 0) as received,
                coalesce(sum(o.amount) filter (where o.state in ('PAID', 'HELD')), 0) as counted,
                coalesce(sum(o.amount) filter (where o.state = 'SURPLUS'), 0) as to_pay_back,
                coalesce(sum(o.amount) filter (where o.state = 'PAID_BACK'), 0) as paid_back
            from motcua.payment_order o join motcua.dossier d on d.id = o.dossier_id
            """;

    /**
     * Which payments are meant.
     *
     * @param from the first day on which they were paid, failed, lapsed or begun
     * @param to the last day
     * @param state null for all
     */
    public record Period(
            Collection<Integer> agencies,
            LocalDate from,
            LocalDate to,
            @Nullable OrderState state) {}

    /**
     * What payments come to, in đồng.
     *
     * @param payments how many they are
     * @param received all money that came, whatever became of it
     */
    public record Totals(long payments, long received, long counted, long toPayBack, long paidBack) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    PaymentRegister(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Newest first. */
    public List<PaymentRow> of(long dossierId) {
        return jdbc.sql(SELECT + "where o.dossier_id = ? order by o.id desc")
                .param(dossierId)
                .query(PaymentRegister::row)
                .list();
    }

    /** Oldest first. */
    public List<PaymentRow> toPayBack(Collection<Integer> agencies) {
        return jdbc.sql(SELECT + OF_AGENCIES + " and o.state = 'SURPLUS' order by o.answered_at, o.id")
                .param("agencies", agencies.toArray(Integer[]::new))
                .query(PaymentRegister::row)
                .list();
    }

    /** How many of everybody's wait for an answer, for the dossier or to be paid back; a state without any is there too. */
    public Map<OrderState, Long> unsettled() {
        Map<OrderState, Long> counts =
                new EnumMap<>(Map.of(OrderState.BEGUN, 0L, OrderState.HELD, 0L, OrderState.SURPLUS, 0L));
        jdbc.sql("""
                        select state, count(*) from motcua.payment_order
                        where state in ('BEGUN', 'HELD', 'SURPLUS') group by state
                        """)
                .query((row, n) -> counts.put(OrderState.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    /** Newest first. */
    public List<PaymentRow> of(Period period, int limit) {
        return asked(SELECT + OF_PERIOD + "order by moment desc, o.id desc limit :limit", period)
                .param("limit", limit)
                .query(PaymentRegister::row)
                .list();
    }

    /** Of all of them, however many are listed. */
    public Totals totals(Period period) {
        return asked(TOTALS + OF_PERIOD, period).query(Totals.class).single();
    }

    private JdbcClient.StatementSpec asked(String sql, Period period) {
        OrderState state = period.state;
        return jdbc.sql(sql)
                .param("agencies", period.agencies.toArray(Integer[]::new))
                .param("from", period.from.atStartOfDay())
                .param("end", period.to.plusDays(1).atStartOfDay())
                .param("state", state == null ? null : state.name(), Types.VARCHAR);
    }

    /** Reports of the period that were refused: about dossiers of the agencies, and where it is asked about no order. */
    public List<RefusedReport> refused(
            Collection<Integer> agencies, boolean aboutNoOrder, LocalDate from, LocalDate to, int limit) {
        return jdbc.sql("""
                        select c.at, c.gateway, c.reference, d.code as dossier, c.amount, c.outcome, c.verdict
                        from motcua.payment_call_back c left join motcua.payment_order o on o.reference = c.reference
                            left join motcua.dossier d on d.id = o.dossier_id
                        where c.verdict not in ('TAKEN', 'KNOWN') and c.at >= :from and c.at < :end
                            and (d.agency_id = any (:agencies) or d.id is null and :aboutNoOrder)
                        order by c.id desc limit :limit
                        """)
                .param("agencies", agencies.toArray(Integer[]::new))
                .param("aboutNoOrder", aboutNoOrder)
                .param("from", from.atStartOfDay())
                .param("end", to.plusDays(1).atStartOfDay())
                .param("limit", limit)
                .query(RefusedReport.class)
                .list();
    }

    /**
     * Writes down that a surplus was paid back.
     *
     * @param agencies whose payments the person may touch
     * @throws Refusal for one that is not there to be paid back, and without a note
     */
    @Transactional
    public void paidBack(Collection<Integer> agencies, String reference, String note, String who) {
        String kept = note.replace("\0", "").strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NOTE) {
            throw new Refusal("Hãy ghi cách hoàn trả, ví dụ số chứng từ (không quá %d ký tự)".formatted(LONGEST_NOTE));
        }
        int changed = jdbc.sql("""
                        update motcua.payment_order o
                        set state = 'PAID_BACK', paid_back_at = :now, paid_back_by = :who, paid_back_note = :note
                        from motcua.dossier d
                        where d.id = o.dossier_id and d.agency_id = any (:agencies)
                            and o.reference = :reference and o.state = 'SURPLUS'
                        """)
                .param("agencies", agencies.toArray(Integer[]::new))
                .param("reference", reference)
                .param("note", kept)
                .param("who", who)
                .param("now", LocalDateTime.now(clock))
                .update();
        if (changed == 0) {
            throw new Refusal("Khoản này không còn chờ hoàn trả; hãy xem lại danh sách");
        }
    }

    private static PaymentRow row(ResultSet row, int number) throws SQLException {
        return new PaymentRow(
                row.getString("reference"),
                row.getString("code"),
                row.getString("applicant_name"),
                Status.ofNumber(row.getInt("status")).orElseThrow(),
                row.getString("name"),
                row.getString("gateway"),
                row.getLong("amount"),
                OrderState.valueOf(row.getString("state")),
                Objects.requireNonNull(row.getObject("begun_at", LocalDateTime.class)),
                Objects.requireNonNull(row.getObject("moment", LocalDateTime.class)),
                row.getObject("paid_back_at", LocalDateTime.class),
                row.getString("paid_back_by"),
                row.getString("paid_back_note"));
    }
}

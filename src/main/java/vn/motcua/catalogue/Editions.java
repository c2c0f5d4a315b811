package vn.motcua.catalogue;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.transaction.TransactionMemory;

/**
 * Which state of calendar and catalogue the store has: another number after every change, whichever process made it. What
 * was read of an edition may be kept as long as the edition stands; one look per transaction tells.
 */
@Repository
class Editions {

    /**
     * @param calendar of the calendar's days
     * @param catalogue of agencies and procedures
     */
    record Edition(long calendar, long catalogue) {}

    private final TransactionMemory<Edition> memory = new TransactionMemory<>();
    private final JdbcClient jdbc;

    Editions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Edition now() {
        return memory.once(this, this::read);
    }

    /** Said before this very transaction changes something, so that it sees its own changes. */
    void changed() {
        memory.forget(this);
    }

    private Edition read() {
        return jdbc.sql("""
                        select (select coalesce(max(id), 0) from motcua.calendar_day),
                            (select number from motcua.catalogue_edition)
                        """)
                .query((row, n) -> new Edition(row.getLong(1), row.getLong(2)))
                .single();
    }
}

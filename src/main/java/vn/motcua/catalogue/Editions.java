package vn.motcua.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.motcua.transaction.TransactionMemory;

/**
 * Which state of calendar and catalogue the store has: another number after every change, whichever process made it. What
 * was read of an edition may be kept as long as the edition stands; one look per transaction tells.
 */
@Repository
public class Editions {

    /**
     * @param calendar of the calendar's days
     * @param catalogue of agencies and procedures
     */
    record Edition(long calendar, long catalogue) {}

    /** One row, for {@link #seen}. */
    public static final String SQL =
            "select (select coalesce(max(id), 0) from motcua.calendar_day) as calendar, number as catalogue from motcua.catalogue_edition";

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
        return jdbc.sql(SQL).query(Editions::edition).single();
    }

    /** Takes note of a row of {@link #SQL} that was read together with something else. */
    public void seen(ResultSet row) throws SQLException {
        memory.put(this, edition(row, 0));
    }

    private static Edition edition(ResultSet row, int n) throws SQLException {
        return new Edition(row.getLong("calendar"), row.getLong("catalogue"));
    }
}

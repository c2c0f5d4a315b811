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

    /** For a statement that reads or writes one row anyway, see {@link #seen}. */
    public static final String COLUMNS = "(select coalesce(max(id), 0) from motcua.calendar_day) as calendar,"
            + " (select number from motcua.catalogue_edition) as catalogue";

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
        return jdbc.sql("select " + COLUMNS).query(Editions::edition).single();
    }

    /** Takes note of a row with the {@link #COLUMNS} besides its own. */
    public void seen(ResultSet row) throws SQLException {
        memory.put(this, edition(row, 0));
    }

    private static Edition edition(ResultSet row, int n) throws SQLException {
        return new Edition(row.getLong("calendar"), row.getLong("catalogue"));
    }
}

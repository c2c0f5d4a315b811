package vn.motcua.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the table of accounts. */
@Component
class StaffRows implements AccessVersions {

    private static final String COLUMNS = """
            select s.username, s.full_name, s.staff_group, s.agency_id, a.code as agency_code, s.enabled,
                s.must_change_password, s.password_hash, s.access_version
            from motcua.staff s left join motcua.agency a on a.id = s.agency_id
            """;

    private final JdbcClient jdbc;

    StaffRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Account> account(String username) {
        if (!StaffEntry.isUsername(username)) {
            return Optional.empty();
        }
        return jdbc.sql(COLUMNS + "where s.username = ?")
                .param(username)
                .query(StaffRows::account)
                .optional();
    }

    List<StaffMember> all() {
        return jdbc.sql(COLUMNS + "order by s.username")
                .query(StaffRows::member)
                .list();
    }

    List<StaffMember> inGroup(StaffGroup group) {
        return jdbc.sql(COLUMNS + "where s.staff_group = ? order by s.username")
                .param(group.code())
                .query(StaffRows::member)
                .list();
    }

    List<StaffMember> inAgencies(Collection<Integer> agencies) {
        return jdbc.sql(COLUMNS + "where s.agency_id = any(?) order by s.username")
                .param(agencies.toArray(Integer[]::new))
                .query(StaffRows::member)
                .list();
    }

    Map<String, String> fullNames(Collection<String> usernames) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("select username, full_name from motcua.staff where username = any(?)")
                .param(usernames.toArray(String[]::new))
                .query(row -> {
                    names.put(row.getString(1), row.getString(2));
                });
        return names;
    }

    /** Those whose username, name or agency contains a text, enabled ones first. */
    List<StaffMember> matching(String text, int limit) {
        return jdbc.sql(COLUMNS + """
                        where position(lower(:text) in lower(s.username || ' ' || s.full_name || ' '
                            || coalesce(a.name || ' ' || a.code, ''))) > 0
                        order by s.enabled desc, s.username limit :limit
                        """)
                .param("text", text)
                .param("limit", limit)
                .query(StaffRows::member)
                .list();
    }

    @Override
    public OptionalInt now(SessionHolder holder) {
        if (!(holder instanceof SignedIn who)) {
            return OptionalInt.empty();
        }
        return account(who.username())
                .filter(account -> account.member().enabled())
                .map(account -> OptionalInt.of(account.accessVersion()))
                .orElse(OptionalInt.empty());
    }

    boolean hasAdministratorBeside(String username) {
        return jdbc.sql("""
                        select exists (select from motcua.staff
                        where staff_group = 'admin' and enabled and username <> ?)
                        """).param(username).query(Boolean.class).single();
    }

    private static Account account(ResultSet row, int n) throws SQLException {
        return new Account(member(row, n), row.getString("password_hash"), row.getInt("access_version"));
    }

    private static StaffMember member(ResultSet row, int n) throws SQLException {
        return new StaffMember(
                row.getString("username"),
                row.getString("full_name"),
                StaffGroup.ofCode(row.getString("staff_group")).orElseThrow(),
                row.getObject("agency_id", Integer.class),
                row.getString("agency_code"),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"));
    }
}

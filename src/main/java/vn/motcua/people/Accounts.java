package vn.motcua.people;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.people.StaffLog.Action;
import vn.motcua.refusal.Refusal;

/** What is done to the accounts of staff; the log names who did it. */
@Component
public class Accounts {

    private final JdbcClient jdbc;
    private final StaffRows rows;
    private final StaffLog log;
    private final Agencies agencies;
    private final PasswordEncoder encoder;
    private final Sentences sentences;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            StaffRows rows,
            StaffLog log,
            Agencies agencies,
            PasswordEncoder encoder,
            Sentences sentences,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.log = log;
        this.agencies = agencies;
        this.encoder = encoder;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Transactional
    public StaffMember add(StaffEntry entry, String password, boolean mustChangePassword, String actor) {
        refuse(entry.problems().values().stream().findFirst());
        refuse(PasswordRules.problem(password, entry.username(), entry.fullName()));
        LocalDateTime now = LocalDateTime.now(clock);
        int added = jdbc.sql("""
                        insert into motcua.staff (username, password_hash, full_name, staff_group, agency_id,
                            must_change_password, created_at, password_set_at)
                        values (:username, :hash, :name, :group, :agency, :mustChange, :now, :now)
                        on conflict (username) do nothing
                        """)
                .param("username", entry.username())
                .param("hash", encoder.encode(password))
                .param("name", entry.fullName())
                .param("group", entry.chosenGroup().code())
                .param("agency", openAgency(entry.agencyCode()), Types.INTEGER)
                .param("mustChange", mustChangePassword)
                .param("now", now)
                .update();
        if (added == 0) {
            throw new Refusal("Đã có tài khoản %s; hãy chọn tên đăng nhập khác".formatted(entry.username()));
        }
        log.write(actor, entry.username(), Action.ADDED, described(entry));
        return get(entry.username());
    }

    /** Changes name, group and agency; another group or agency ends the open sessions. */
    @Transactional
    public StaffMember change(StaffEntry entry, String actor) {
        refuse(entry.problems().values().stream().findFirst());
        StaffMember before = lock(entry.username());
        boolean moved = !Objects.equals(before.agencyCode(), entry.agencyCode());
        boolean regrouped = before.group() != entry.group();
        if (regrouped) {
            refuseOwn(before, actor, "nhóm");
            refuseLastAdministrator(before);
        }
        jdbc.sql("""
                        update motcua.staff set full_name = :name, staff_group = :group, agency_id = :agency,
                            access_version = access_version + :ends where username = :username
                        """)
                .param("name", entry.fullName())
                .param("group", entry.chosenGroup().code())
                .param("agency", moved ? openAgency(entry.agencyCode()) : before.agencyId(), Types.INTEGER)
                .param("ends", moved || regrouped ? 1 : 0)
                .param("username", entry.username())
                .update();
        log.write(actor, entry.username(), Action.CHANGED, described(entry));
        return get(entry.username());
    }

    @Transactional
    public void disable(String username, String actor) {
        StaffMember member = lock(username);
        refuseOwn(member, actor, "trạng thái");
        refuseLastAdministrator(member);
        setEnabled(member, false);
        log.write(actor, member.username(), Action.DISABLED, null);
    }

    @Transactional
    public void enable(String username, String actor) {
        StaffMember member = lock(username);
        setEnabled(member, true);
        log.write(actor, member.username(), Action.ENABLED, null);
    }

    /** Sets the password that its owner chose; ends all open sessions. */
    @Transactional
    public void setPassword(String username, String password) {
        StaffMember member = lock(username);
        setPassword(member, password, false);
        log.write(member.username(), member.username(), Action.PASSWORD_SET, null);
    }

    /** Gives the account a password for one sign-in, to be told to its owner, and ends all open sessions. */
    @Transactional
    public String resetPassword(String username, String actor) {
        StaffMember member = lock(username);
        if (member.username().equals(actor)) {
            throw new Refusal("Đây là tài khoản của bạn; hãy đổi mật khẩu ở trang Đổi mật khẩu");
        }
        String password = OneTimePassword.next();
        setPassword(member, password, true);
        log.write(actor, member.username(), Action.PASSWORD_RESET, null);
        return password;
    }

    private void setPassword(StaffMember member, String password, boolean mustChange) {
        refuse(PasswordRules.problem(password, member.username(), member.fullName()));
        jdbc.sql("""
                        update motcua.staff set password_hash = :hash, must_change_password = :mustChange,
                            password_set_at = :now, access_version = access_version + 1 where username = :username
                        """)
                .param("hash", encoder.encode(password))
                .param("mustChange", mustChange)
                .param("now", LocalDateTime.now(clock))
                .param("username", member.username())
                .update();
    }

    private void setEnabled(StaffMember member, boolean enabled) {
        jdbc.sql("update motcua.staff set enabled = ?, access_version = access_version + 1 where username = ?")
                .params(enabled, member.username())
                .update();
    }

    private StaffMember get(String username) {
        return rows.account(StaffEntry.canonical(username))
                .map(Account::member)
                .orElseThrow(() -> new Refusal("Không có tài khoản này; hãy chọn trong danh sách cán bộ"));
    }

    /** One change at a time, or two could each believe that another administrator remains. */
    private StaffMember lock(String username) {
        jdbc.sql("lock table motcua.staff in share row exclusive mode").update();
        return get(username);
    }

    private @Nullable Integer openAgency(@Nullable String code) {
        if (code == null) {
            return null;
        }
        Agency agency = agencies.get(code);
        if (!agency.isOpenOn(LocalDate.now(clock))) {
            throw new Refusal("%s không còn hoạt động; hãy chọn đơn vị khác".formatted(agency.name()));
        }
        return agency.id();
    }

    private void refuseLastAdministrator(StaffMember member) {
        boolean administers = member.enabled() && member.group() == StaffGroup.ADMIN;
        if (administers && !rows.hasAdministratorBeside(member.username())) {
            throw new Refusal("Đây là quản trị viên cuối cùng; hãy thêm một quản trị viên khác trước");
        }
    }

    private static void refuseOwn(StaffMember member, String actor, String what) {
        if (member.username().equals(actor)) {
            throw new Refusal("Không tự đổi %s của mình được; hãy nhờ một quản trị viên khác".formatted(what));
        }
    }

    private void refuse(Optional<Sentence> problem) {
        problem.ifPresent(sentence -> {
            throw sentences.refusal(sentence);
        });
    }

    private static String described(StaffEntry entry) {
        return "%s, %s, %s".formatted(entry.fullName(), entry.chosenGroup().code(), entry.agencyCode());
    }
}

package vn.motcua.people;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.motcua.refusal.Refusal;

/** Makes the first administrator when a server starts without one: from explicit settings, never by itself. */
@Component
@Lazy(false)
@ConditionalOnWebApplication
public class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String ACTOR = "settings";
    private static final String NOBODY = "";

    private final Accounts accounts;
    private final StaffRows rows;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final String username;
    private final String password;

    FirstAdministrator(
            Accounts accounts,
            StaffRows rows,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            @Value("${motcua.admin.username:}") String username,
            @Value("${motcua.admin.password:}") String password) {
        this.accounts = accounts;
        this.rows = rows;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.username = username;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (username.isBlank() != password.isBlank()) {
            throw new Refusal(
                    "MOTCUA_ADMIN_USERNAME và MOTCUA_ADMIN_PASSWORD phải đặt cả hai, hoặc không đặt biến nào");
        }
        if (!username.isBlank()) {
            transaction.executeWithoutResult(status -> addUnlessThereIsOne());
        }
        advice().ifPresent(LOG::warn);
    }

    /** What to do when nobody can administer this store; nothing where somebody can. */
    public Optional<String> advice() {
        return rows.hasAdministratorBeside(NOBODY)
                ? Optional.empty()
                : Optional.of(
                        "Chưa có quản trị viên. Hãy dừng máy chủ, đặt MOTCUA_ADMIN_USERNAME và"
                                + " MOTCUA_ADMIN_PASSWORD (từ 12 ký tự) rồi chạy lại; mật khẩu này phải đổi khi đăng nhập lần đầu.");
    }

    private void addUnlessThereIsOne() {
        // One node at a time.
        jdbc.sql("lock table motcua.staff in share row exclusive mode").update();
        if (rows.hasAdministratorBeside(NOBODY)) {
            return;
        }
        StaffEntry entry = new StaffEntry(username, "Quản trị viên", StaffGroup.ADMIN, null);
        try {
            accounts.add(entry, password, true, ACTOR);
        } catch (Refusal refusal) {
            throw new Refusal("Không tạo được quản trị viên từ MOTCUA_ADMIN_USERNAME và MOTCUA_ADMIN_PASSWORD: "
                    + refusal.getMessage());
        }
        LOG.info("First administrator added: {}", entry.username());
    }
}

package vn.motcua.demo;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.motcua.applicants.Applicants;
import vn.motcua.people.Accounts;
import vn.motcua.people.StaffEntry;
import vn.motcua.people.StaffGroup;

/**
 * The demo accounts: staff of every group in the department, in three communes, and in the agencies asked for opinions; and
 * one of somebody who files.
 */
@Component
public class DemoPeople {

    /** The one password of all demo accounts; everybody knows it, so a demo store is for looking only. */
    public static final String PASSWORD = "motcua-xin-chao";

    /** The account of somebody who files online, with the same password. */
    public static final String APPLICANT = "nguoidan@motcua.example";

    public static final String APPLICANT_NAME = "Nông Thị Hằng";

    static final String DEPARTMENT = "H37.15";
    static final String PROVINCE = "000.00.00.H37";
    static final List<String> COMMUNES = List.of("000.20.30.H37", "000.35.30.H37", "000.40.20.H37");
    private static final List<String> SPECIALISED = List.of("H37.QS", "H37.CA", "H37.TG");

    /** An account that people are told of. */
    public record Account(
            String username,
            String fullName,
            StaffGroup group,
            @Nullable String agencyCode) {}

    private final Accounts accounts;
    private final Applicants applicants;

    DemoPeople(Accounts accounts, Applicants applicants) {
        this.accounts = accounts;
        this.applicants = applicants;
    }

    /** The accounts to begin with; there are more, in communes and specialised agencies. */
    public static List<Account> accounts() {
        return List.of(
                new Account("motcua", "Nguyễn Thị Hoa", StaffGroup.COUNTER, DEPARTMENT),
                new Account("chuyenvien", "Hoàng Văn Minh", StaffGroup.OFFICER, DEPARTMENT),
                new Account("lanhdao", "Vi Thị Lan", StaffGroup.LEADER, DEPARTMENT),
                new Account("quanly", "Nông Đức Thắng", StaffGroup.MANAGER, PROVINCE),
                new Account("quantri", "Quản trị hệ thống", StaffGroup.ADMIN, null));
    }

    void load() {
        accounts().forEach(this::add);
        applicants.add(APPLICANT, APPLICANT_NAME, PASSWORD);
        add(new Account("motcua2", "Lương Thị Mai", StaffGroup.COUNTER, DEPARTMENT));
        add(new Account("chuyenvien2", "Đàm Quốc Việt", StaffGroup.OFFICER, DEPARTMENT));
        add(new Account("chuyenvien3", "Chu Thị Ngân", StaffGroup.OFFICER, DEPARTMENT));
        for (int i = 0; i < COMMUNES.size(); i++) {
            String commune = COMMUNES.get(i);
            add(new Account("motcua.xa" + (i + 1), "Hứa Thị Thu", StaffGroup.COUNTER, commune));
            add(new Account("chuyenvien.xa" + (i + 1), "Triệu Văn Bình", StaffGroup.OFFICER, commune));
            add(new Account("lanhdao.xa" + (i + 1), "Dương Thị Hạnh", StaffGroup.LEADER, commune));
        }
        for (String agency : SPECIALISED) {
            add(new Account(
                    "chuyenvien." + agency.substring(agency.length() - 2).toLowerCase(Locale.ROOT),
                    "Phùng Văn Sơn",
                    StaffGroup.OFFICER,
                    agency));
        }
    }

    private void add(Account account) {
        accounts.add(
                new StaffEntry(account.username(), account.fullName(), account.group(), account.agencyCode()),
                PASSWORD,
                false,
                "demo");
    }
}

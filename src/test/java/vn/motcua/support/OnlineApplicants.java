package vn.motcua.support;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.DossierFlow;

/** People who file from accounts. */
public final class OnlineApplicants {

    private static final String NAME = "Nông Thị Hằng";

    private OnlineApplicants() {}

    /** A new account that is confirmed. */
    public static SignedInApplicant register(TestStore store, String email) {
        long account = ApplicantSession.account(store, email, NAME);
        return new SignedInApplicant(account, email, NAME, 0, store.clock().instant());
    }

    /** Files with the department from an account; the code. */
    public static String file(TestStore store, SignedInApplicant who, String procedure, Map<String, Object> more) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of(
                "channel", "ONLINE",
                "applicantKind", "PERSON",
                "applicantName", NAME,
                "phone", "0987654321",
                "address", "Xã Hội Hoan, tỉnh Lạng Sơn"));
        form.putAll(more);
        String code = store.bean(DossierFlow.class).file(procedure, DeskOffice.DEPARTMENT, form, who.actor(), null);
        store.bean(DossierOwners.class)
                .filed(store.bean(Dossiers.class).get(code).id(), who.accountId());
        return code;
    }

    /** A publication filed from an account, with its fee to be paid once it is accepted; the code. */
    public static String filePublication(TestStore store, SignedInApplicant who) {
        return file(
                store,
                who,
                "1.003868",
                Map.of(
                        "applicantKind", "ORGANISATION",
                        "applicantName", "Hội Văn học nghệ thuật tỉnh",
                        "title", "Kỷ yếu 50 năm",
                        "media", "printed",
                        "units", 120,
                        "subject", "none",
                        "purpose", "Lưu hành nội bộ",
                        "summary", "Kỷ yếu hoạt động của Hội"));
    }
}

package vn.motcua.support;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import vn.motcua.applicants.DossierOwners;
import vn.motcua.applicants.SignedInApplicant;
import vn.motcua.dossier.Dossiers;
import vn.motcua.workflow.DossierFlow;

/** People who file from accounts, in sessions that are there without a sign-in. */
public final class OnlineApplicants {

    private OnlineApplicants() {}

    /** A new account that is confirmed. */
    public static SignedInApplicant register(TestStore store, String email) {
        long account = store.jdbc().sql("""
                        insert into motcua.applicant_account (email, full_name, verified_at, created_at)
                        values (?, 'Nông Thị Hằng', '2026-01-01', '2026-01-01') returning id
                        """).param(email).query(Long.class).single();
        return new SignedInApplicant(
                account, email, "Nông Thị Hằng", 0, store.clock().instant());
    }

    /** Files with the department from an account; the code. */
    public static String file(TestStore store, SignedInApplicant who, String procedure, Map<String, Object> more) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of(
                "channel", "ONLINE",
                "applicantKind", "PERSON",
                "applicantName", "Nông Thị Hằng",
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

    /** A session of the applicant that begins now, as a browser names it. */
    public static HttpCookie cookie(TestStore store, SignedInApplicant known) {
        SignedInApplicant who = new SignedInApplicant(
                known.accountId(),
                known.email(),
                known.fullName(),
                known.accessVersion(),
                store.clock().instant());
        Context pages = (Context)
                ((TomcatWebServer) store.webServer()).getTomcat().getHost().findChildren()[0];
        Session session = pages.getManager().createSession(null);
        session.getSession()
                .setAttribute(
                        HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                        new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                                who, null, AuthorityUtils.createAuthorityList(SignedInApplicant.AUTHORITY))));
        HttpCookie cookie = new HttpCookie("JSESSIONID", session.getId());
        cookie.setPath("/");
        cookie.setVersion(0);
        return cookie;
    }
}

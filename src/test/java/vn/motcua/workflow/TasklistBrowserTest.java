package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Licences;
import vn.motcua.dossier.Status;
import vn.motcua.people.Accounts;
import vn.motcua.people.StaffEntry;
import vn.motcua.people.StaffGroup;
import vn.motcua.support.Chromium;
import vn.motcua.support.TestStore;

/** Clerks, officers, leaders and managers at a real browser. */
class TasklistBrowserTest {

    private static final String PASSWORD = "mưa xuân đến sớm";
    private static final String PUBLICATION = "Cấp giấy phép xuất bản tài liệu không kinh doanh";

    private static Office office;
    private static Desktop desktop;

    @BeforeAll
    static void open() {
        Chromium.orSkip();
        office = Office.of(TestStore.engineWeb());
        for (StaffGroup group : StaffGroup.values()) {
            StaffEntry entry = new StaffEntry(person(group), "Người " + person(group), group, Office.DEPARTMENT);
            office.store.bean(Accounts.class).add(entry, PASSWORD, false, "test");
        }
        desktop = Desktop.orSkip(office.store);
    }

    @AfterAll
    static void close() {
        if (desktop != null) {
            desktop.close();
        }
        if (office != null) {
            office.close();
        }
    }

    private static String person(StaffGroup group) {
        return group.code() + ".one";
    }

    private void signIn(StaffGroup group) {
        desktop.signIn(person(group), PASSWORD);
    }

    @Test
    void a_dossier_goes_through_its_clerks_from_the_start_form_to_the_hand_over() {
        signIn(StaffGroup.COUNTER);
        String code = filed();
        takenInAndPaid(code);
        afterSigningOutNothingIsOpen();
        office.complete(code, "appraisal", Publications.incomplete());
        office.complete(code, "receive-supplement", Publications.papers());
        signIn(StaffGroup.OFFICER);
        appraisedAfterARefusal(code);
        signIn(StaffGroup.MANAGER);
        foundInCockpit(code);
        signIn(StaffGroup.LEADER);
        signed(code);
        signIn(StaffGroup.COUNTER);
        handedOver(code);
    }

    /** The form keeps what was entered while it is refused, by the page and by the server. */
    private String filed() {
        desktop.follow("Tasklist");
        desktop.chooseProcess(PUBLICATION);
        desktop.fill("applicantName", "Hội Văn học nghệ thuật tỉnh");
        desktop.submitStart();
        assertThat(desktop.wrongFields()).isEqualTo(10);
        desktop.select("channel", "Trực tiếp");
        desktop.tick("Tổ chức");
        desktop.fill("phone", "0912345678");
        desktop.fill("address", " ");
        desktop.fill("title", "Kỷ yếu 50 năm");
        desktop.select("media", "Tài liệu in");
        desktop.fill("units", 120);
        desktop.fill("purpose", "Lưu hành nội bộ");
        desktop.fill("summary", "Kỷ yếu hoạt động của Hội");
        desktop.select("subject", "Không");
        desktop.submitStart();
        desktop.seeMessage("Hãy nhập “Địa chỉ liên hệ”");
        assertThat(office.count("motcua.dossier")).isZero();
        assertThat(desktop.value("applicantName")).isEqualTo("Hội Văn học nghệ thuật tỉnh");
        assertThat(desktop.value("units")).isEqualTo("120");
        assertThat(desktop.isTicked("Tổ chức")).isTrue();
        desktop.fill("address", "Phường Lương Văn Tri");
        desktop.start();
        return office.store
                .jdbc()
                .sql("select code from motcua.dossier")
                .query(String.class)
                .single();
    }

    private void takenInAndPaid(String code) {
        desktop.take("Kiểm tra hồ sơ");
        assertThat(desktop.value("dossierCode")).isEqualTo(code);
        assertThat(desktop.value("units")).isEqualTo("120");
        desktop.tick("Tiếp nhận");
        desktop.complete();
        desktop.take("Xác nhận nộp phí");
        assertThat(desktop.value("fee")).isEqualTo("1800000");
        desktop.tick("Đã nộp");
        desktop.fill("receiptNumber", "BL-001");
        desktop.complete();
        assertThat(office.openTasks(code)).containsExactly("appraisal");
    }

    private void afterSigningOutNothingIsOpen() {
        desktop.signOut();
        desktop.openTasklist();
        assertThat(desktop.path()).isEqualTo("/login");
    }

    private void appraisedAfterARefusal(String code) {
        desktop.take("Thẩm định nội dung tài liệu");
        desktop.fill("opinion", "Nội dung phù hợp");
        desktop.tick("Yêu cầu bổ sung");
        desktop.fill("reason", "Thiếu bản thảo");
        desktop.submitTask();
        desktop.seeMessage("chỉ cho phép 1 lần");
        assertThat(desktop.value("opinion")).isEqualTo("Nội dung phù hợp");
        assertThat(desktop.value("reason")).isEqualTo("Thiếu bản thảo");
        assertThat(desktop.isTicked("Yêu cầu bổ sung")).isTrue();
        desktop.closeMessage("chỉ cho phép 1 lần");
        desktop.tick("Đề nghị cấp phép");
        desktop.complete();
        assertThat(office.openTasks(code)).containsExactly("leader-decision");
    }

    private void foundInCockpit(String code) {
        desktop.open("/camunda/app/cockpit/default/#/processes");
        desktop.follow(PUBLICATION);
        desktop.see(code);
        desktop.follow(office.instance(code));
        desktop.see("Lãnh đạo quyết định");
    }

    private void signed(String code) {
        desktop.take("Lãnh đạo quyết định");
        assertThat(desktop.value("opinion")).contains("Nội dung phù hợp");
        desktop.tick("Ký cấp phép");
        desktop.complete();
        office.runJobsOf(code);
        assertThat(office.openTasks(code)).containsExactly("hand-over");
    }

    private void handedOver(String code) {
        desktop.take("Trả kết quả");
        desktop.fill("receiver", "Lê Văn Nam");
        desktop.complete();
        assertThat(office.isRunning(code)).isFalse();
        assertThat(office.dossier(code).status()).isEqualTo(Status.RETURNED);
        assertThat(office.store
                        .bean(Licences.class)
                        .isIssued(office.dossier(code).id()))
                .isTrue();
    }

    @Test
    void a_clerk_does_not_get_into_cockpit() {
        signIn(StaffGroup.COUNTER);
        desktop.open("/camunda/app/cockpit/default/");
        desktop.see("Nhóm của bạn không được dùng địa chỉ này");
    }
}

package vn.motcua.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.motcua.dossier.Licences;
import vn.motcua.dossier.Status;

/** Clerks, officers, leaders and managers at a real browser. */
class TasklistBrowserTest {

    private static final String PUBLICATION = "Cấp giấy phép xuất bản tài liệu không kinh doanh";

    private static Workplace workplace;
    private static Office office;
    private static Desktop desktop;

    @BeforeAll
    static void open() {
        workplace = Workplace.orSkip();
        office = workplace.office;
        desktop = workplace.desktop;
    }

    @AfterAll
    static void close() {
        if (workplace != null) {
            workplace.close();
        }
    }

    @Test
    void a_dossier_goes_through_its_clerks_from_the_start_form_to_the_hand_over() {
        desktop.as("counter");
        String code = filed();
        takenInAndPaid(code);
        afterSigningOutNothingIsOpen();
        office.complete(code, "appraisal", Publications.incomplete());
        office.complete(code, "receive-supplement", Publications.papers());
        desktop.as("officer");
        appraisedAfterARefusal(code);
        desktop.as("manager");
        foundInCockpit(code);
        desktop.as("leader");
        signed(code);
        desktop.as("counter");
        handedOver(code);
    }

    /** The form keeps what was entered while it is refused, by the page and by the server. */
    private String filed() {
        desktop.follow("Tasklist");
        desktop.chooseProcess(PUBLICATION);
        desktop.form().fill("applicantName", "Hội Văn học nghệ thuật tỉnh");
        desktop.submitStart();
        assertThat(desktop.form().wrongFields()).isEqualTo(10);
        desktop.form().select("channel", "Trực tiếp");
        desktop.form().tick("Tổ chức");
        desktop.form().fill("phone", "0912345678");
        desktop.form().fill("address", " ");
        desktop.form().fill("title", "Kỷ yếu 50 năm");
        desktop.form().select("media", "Tài liệu in");
        desktop.form().fill("units", 120);
        desktop.form().fill("purpose", "Lưu hành nội bộ");
        desktop.form().fill("summary", "Kỷ yếu hoạt động của Hội");
        desktop.form().select("subject", "Không");
        desktop.submitStart();
        desktop.seeMessage("Hãy nhập “Địa chỉ liên hệ”");
        assertThat(office.count("motcua.dossier")).isZero();
        assertThat(desktop.form().value("applicantName")).isEqualTo("Hội Văn học nghệ thuật tỉnh");
        assertThat(desktop.form().value("units")).isEqualTo("120");
        assertThat(desktop.form().isTicked("Tổ chức")).isTrue();
        desktop.form().fill("address", "Phường Lương Văn Tri");
        desktop.start();
        return office.store
                .jdbc()
                .sql("select code from motcua.dossier")
                .query(String.class)
                .single();
    }

    private void takenInAndPaid(String code) {
        desktop.take("Kiểm tra hồ sơ");
        assertThat(desktop.form().value("dossierCode")).isEqualTo(code);
        assertThat(desktop.form().value("units")).isEqualTo("120");
        desktop.form().tick("Tiếp nhận");
        desktop.complete();
        desktop.take("Xác nhận nộp phí");
        assertThat(desktop.form().value("fee")).isEqualTo("1800000");
        desktop.form().tick("Đã nộp");
        desktop.form().fill("receiptNumber", "BL-001");
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
        desktop.form().fill("opinion", "Nội dung phù hợp");
        desktop.form().tick("Yêu cầu bổ sung");
        desktop.form().fill("reason", "Thiếu bản thảo");
        desktop.submitTask();
        desktop.seeMessage("chỉ cho phép 1 lần");
        assertThat(desktop.form().value("opinion")).isEqualTo("Nội dung phù hợp");
        assertThat(desktop.form().value("reason")).isEqualTo("Thiếu bản thảo");
        assertThat(desktop.form().isTicked("Yêu cầu bổ sung")).isTrue();
        desktop.closeMessage("chỉ cho phép 1 lần");
        desktop.form().tick("Đề nghị cấp phép");
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
        assertThat(desktop.form().value("opinion")).contains("Nội dung phù hợp");
        desktop.form().tick("Ký cấp phép");
        desktop.complete();
        office.runJobsOf(code);
        assertThat(office.openTasks(code)).containsExactly("hand-over");
    }

    private void handedOver(String code) {
        desktop.take("Trả kết quả");
        desktop.form().fill("receiver", "Lê Văn Nam");
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
        desktop.as("counter");
        desktop.open("/camunda/app/cockpit/default/");
        desktop.see("Nhóm của bạn không được dùng địa chỉ này");
    }
}

package vn.motcua.documents;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vn.motcua.dossier.EventKind;

/** The forms printed for one dossier. Each tells about something that happened to it, which is its occasion. */
public enum PrintForm {
    RECEIPT(
            "giay-tiep-nhan",
            "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
            "hồ sơ chưa được tiếp nhận; hãy tiếp nhận hồ sơ trước",
            EventKind.ACCEPTED),
    SUPPLEMENT_REQUEST(
            "phieu-yeu-cau-bo-sung",
            "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            "hồ sơ chưa được yêu cầu bổ sung; hãy yêu cầu bổ sung trong việc đang mở của hồ sơ trước",
            EventKind.SUPPLEMENT_ASKED),
    REFUSAL(
            "phieu-tu-choi",
            "Phiếu từ chối tiếp nhận giải quyết hồ sơ",
            "hồ sơ không bị từ chối; hãy ghi quyết định từ chối trước, hoặc in mẫu khác",
            EventKind.NOT_ACCEPTED,
            EventKind.REFUSED),
    APOLOGY(
            "phieu-xin-loi",
            "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
            "hồ sơ chưa được hẹn lại ngày trả kết quả; hãy hẹn lại trước",
            EventKind.REAPPOINTED),
    EXTENSION(
            "van-ban-gia-han",
            "Văn bản gia hạn thời gian giải quyết",
            "hồ sơ chưa được gia hạn; hãy ghi việc gia hạn với căn cứ pháp lý trước",
            EventKind.EXTENDED),
    STOP_NOTICE(
            "thong-bao-dung",
            "Thông báo dừng giải quyết hồ sơ",
            "hồ sơ không dừng giải quyết; hãy ghi việc dừng hoặc rút hồ sơ trước",
            EventKind.STOPPED,
            EventKind.WITHDRAWN),
    /** Tells about the whole way of the dossier: its occasion is how it began. */
    CONTROL_SHEET(
            "phieu-kiem-soat",
            "Phiếu kiểm soát quá trình giải quyết hồ sơ",
            "hồ sơ chưa được nộp; hãy kiểm tra mã hồ sơ",
            EventKind.FILED,
            EventKind.ACCEPTED);

    private final String fileName;
    private final String vietnamese;
    private final String missing;
    private final Set<EventKind> occasions;

    PrintForm(String fileName, String vietnamese, String missing, EventKind... occasions) {
        this.fileName = fileName;
        this.vietnamese = vietnamese;
        this.missing = missing;
        this.occasions = Set.of(occasions);
    }

    /** The form of that name in addresses, such as "supplement-request". */
    public static Optional<PrintForm> named(String address) {
        return Arrays.stream(values())
                .filter(form -> form.address().equals(address))
                .findFirst();
    }

    /** Its name in addresses, of its template and in the table of numbers. */
    public String address() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public String vietnamese() {
        return vietnamese;
    }

    boolean tellsAbout(EventKind kind) {
        return occasions.contains(kind);
    }

    /** Whether it goes to the applicant, with the address and the PIN to follow the dossier by. */
    public boolean isForApplicant() {
        return this != CONTROL_SHEET;
    }

    String fileName(String dossierCode) {
        return fileName + "-" + dossierCode + ".pdf";
    }

    /** Why it cannot be printed yet and what to do. */
    String missing() {
        return missing;
    }
}

package vn.motcua.dossier;

import java.util.Arrays;
import java.util.Optional;

/** The national statuses of a dossier, 1 to 10. */
public enum Status {
    FILED("mới đăng ký"),
    RECEIVED("được tiếp nhận"),
    NOT_ACCEPTED("không được tiếp nhận"),
    IN_PROCESS("đang xử lý"),
    WAITING_SUPPLEMENT("yêu cầu bổ sung giấy tờ"),
    WAITING_PAYMENT("yêu cầu thực hiện nghĩa vụ tài chính"),
    WITHDRAWAL_ASKED("công dân yêu cầu rút hồ sơ"),
    STOPPED("dừng xử lý"),
    RESOLVED("đã xử lý xong"),
    RETURNED("đã trả kết quả");

    private final String vietnamese;

    Status(String vietnamese) {
        this.vietnamese = vietnamese;
    }

    /** The number of the national list. */
    public int number() {
        return ordinal() + 1;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public static Optional<Status> ofNumber(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number() == number)
                .findFirst();
    }

    /** Whether the agency's clock is over: the result is at the desk, or there is none to come. */
    public boolean isEnded() {
        return switch (this) {
            case NOT_ACCEPTED, STOPPED, RESOLVED, RETURNED -> true;
            default -> false;
        };
    }
}

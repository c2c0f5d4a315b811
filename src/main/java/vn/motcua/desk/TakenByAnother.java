package vn.motcua.desk;

import vn.motcua.refusal.Refusal;

/** Somebody else has taken the task since its page was opened. */
final class TakenByAnother extends Refusal {

    TakenByAnother(String name) {
        super("Từ khi bạn mở trang này, %s đã nhận việc. Hãy trao đổi với người đó; nếu bạn vẫn làm thay, hãy gửi lại."
                .formatted(name));
    }
}

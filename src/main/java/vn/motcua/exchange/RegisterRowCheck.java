package vn.motcua.exchange;

import java.time.LocalDateTime;
import java.util.Optional;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.dossier.Status;
import vn.motcua.exchange.RegisterRow.Result;
import vn.motcua.exchange.RegisterRow.Wait;

/** Holds the fields of a register row against one another: times in order, and a status that fits dates and result. */
final class RegisterRowCheck {

    private final RegisterRow row;
    private final LocalDateTime now;

    RegisterRowCheck(RegisterRow row, LocalDateTime now) {
        this.row = row;
        this.now = now;
    }

    void run() {
        checkOrder();
        boolean answered = row.status() == Status.FILED || row.status() == Status.NOT_ACCEPTED;
        if (answered) {
            checkNeverReceived();
        } else if (row.status().isEnded()) {
            checkEnded();
        } else {
            checkOpen();
        }
    }

    private void checkOrder() {
        notInFuture("NgayTiepNhan", row.received());
        LocalDateTime last = row.received();
        for (Wait wait : row.waits()) {
            notAfter("DanhSachBoSung", last, wait.began(), "sau lúc bắt đầu chờ bổ sung ");
            last = wait.ended().orElse(wait.began());
            notAfter("DanhSachBoSung", wait.began(), last, "sau lúc nhận đủ giấy tờ ");
            boolean lasts = wait.ended().isEmpty();
            if (lasts && wait != row.waits().get(row.waits().size() - 1)) {
                throw new RowException("DanhSachBoSung", "đợt chờ chưa kết thúc phải là đợt cuối");
            }
        }
        LocalDateTime lastBeforeEnd = last;
        row.resolved().ifPresent(end -> {
            notAfter("NgayKetThucXuLy", lastBeforeEnd, end, "sau lúc có kết quả ");
            notInFuture("NgayKetThucXuLy", end);
        });
        notInFuture("DanhSachBoSung", last);
        row.returned().ifPresent(returned -> {
            if (row.resolved().isEmpty()) {
                throw new RowException("NgayTra", "đã trả nhưng NgayKetThucXuLy để trống");
            }
            notAfter("NgayTra", row.resolved().get(), returned, "sau ngày trả ");
            notInFuture("NgayTra", returned);
        });
    }

    private void checkNeverReceived() {
        boolean refused = row.status() == Status.NOT_ACCEPTED;
        if (refused != row.result().equals(Optional.of(Result.KHONG_TIEP_NHAN))) {
            throw contradiction("KetQua");
        }
        if (!row.waits().isEmpty()) {
            throw contradiction("DanhSachBoSung");
        }
        if (row.returned().isPresent() || !refused && row.resolved().isPresent()) {
            throw contradiction("NgayKetThucXuLy");
        }
    }

    private void checkOpen() {
        if (row.resolved().isPresent()) {
            throw contradiction("NgayKetThucXuLy");
        }
        if (row.result().isPresent()) {
            throw contradiction("KetQua");
        }
        boolean waits = !row.waits().isEmpty()
                && row.waits().get(row.waits().size() - 1).ended().isEmpty();
        boolean mayWait = row.status() == Status.WAITING_SUPPLEMENT || row.status() == Status.WITHDRAWAL_ASKED;
        if (waits && !mayWait || !waits && row.status() == Status.WAITING_SUPPLEMENT) {
            throw contradiction("DanhSachBoSung");
        }
    }

    private void checkEnded() {
        if (row.resolved().isEmpty()) {
            throw new RowException("NgayKetThucXuLy", "để trống nhưng trạng thái là " + status());
        }
        boolean stopped = row.status() == Status.STOPPED;
        boolean fits = row.result()
                .map(result -> result == Result.RUT || !stopped && result != Result.KHONG_TIEP_NHAN)
                .orElse(stopped);
        if (!fits) {
            throw contradiction("KetQua");
        }
        if (row.returned().isPresent() != (row.status() == Status.RETURNED) && !stopped) {
            throw contradiction("NgayTra");
        }
    }

    private static void notAfter(String column, LocalDateTime earlier, LocalDateTime later, String afterLater) {
        if (earlier.isAfter(later)) {
            throw outOfOrder(column, earlier, afterLater + shown(later));
        }
    }

    private void notInFuture(String column, LocalDateTime moment) {
        if (moment.isAfter(now)) {
            throw outOfOrder(column, moment, "ở tương lai");
        }
    }

    private static RowException outOfOrder(String column, LocalDateTime moment, String reason) {
        return new RowException(column, "sai thứ tự thời gian: %s %s".formatted(shown(moment), reason));
    }

    private RowException contradiction(String column) {
        return new RowException(column, "không khớp với trạng thái " + status());
    }

    private String status() {
        return row.status().number() + " (" + row.status().vietnamese() + ")";
    }

    private static String shown(LocalDateTime moment) {
        return VietnameseDates.moment(moment);
    }
}

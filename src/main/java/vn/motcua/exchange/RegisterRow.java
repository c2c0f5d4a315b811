package vn.motcua.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.motcua.dossier.Applicant;
import vn.motcua.dossier.Channel;
import vn.motcua.dossier.DossierCode;
import vn.motcua.dossier.Status;

/**
 * A row of a register with the field names of the national portal's dossier synchronisation (DongBoHoSoMC), its fields
 * read and held against one another. A register is history: whatever can have happened is taken as it stands.
 */
record RegisterRow(
        String code,
        String procedure,
        String agency,
        Applicant applicant,
        Channel channel,
        LocalDateTime received,
        List<Wait> waits,
        Optional<LocalDateTime> resolved,
        Optional<LocalDateTime> returned,
        Optional<Result> result,
        Status status,
        String digest) {

    static final List<String> COLUMNS = List.of(
            "MaHoSo",
            "MaTTHC",
            "DonViXuLy",
            "LoaiDoiTuong",
            "ChuHoSo",
            "KenhThucHien",
            "NgayTiepNhan",
            "DanhSachBoSung",
            "NgayKetThucXuLy",
            "NgayTra",
            "KetQua",
            "TrangThaiHoSo");

    /** @param ended empty while it lasts */
    record Wait(LocalDateTime began, Optional<LocalDateTime> ended) {}

    /** KetQua. */
    enum Result {
        CAP,
        TU_CHOI,
        RUT,
        KHONG_TIEP_NHAN
    }

    static RegisterRow of(Row row, LocalDateTime now) {
        RegisterRow read = new RegisterRow(
                DossierCode.parse(row.code("MaHoSo"))
                        .map(valid -> row.text("MaHoSo"))
                        .orElseThrow(() -> new RowException(
                                "MaHoSo",
                                "“%s” không phải mã hồ sơ dạng <mã đơn vị>-<yyMMdd>-<số>"
                                        .formatted(Shown.of(row.text("MaHoSo"))))),
                row.code("MaTTHC"),
                row.code("DonViXuLy"),
                new Applicant(
                        Applicant.Kind.values()[(int) row.number("LoaiDoiTuong", 1, 2) - 1], row.required("ChuHoSo")),
                Channel.values()[(int) row.number("KenhThucHien", 1, 3) - 1],
                Row.stamp("NgayTiepNhan", row.required("NgayTiepNhan")),
                waits(row.text("DanhSachBoSung")),
                row.stamp("NgayKetThucXuLy"),
                row.stamp("NgayTra"),
                row.optional("KetQua")
                        .map(any -> row.oneOf(
                                "KetQua", RegisterRow::result, "CAP, TU_CHOI, RUT, KHONG_TIEP_NHAN hoặc để trống")),
                Status.values()[(int) row.number("TrangThaiHoSo", 1, 10) - 1],
                digest(row));
        new RegisterRowCheck(read, now).run();
        return read;
    }

    private static Optional<Result> result(String text) {
        return Arrays.stream(Result.values())
                .filter(result -> result.name().equals(text))
                .findFirst();
    }

    private static List<Wait> waits(String list) {
        List<Wait> waits = new ArrayList<>();
        for (String wait : list.isEmpty() ? new String[0] : list.split(";", -1)) {
            String[] ends = wait.strip().split("/", -1);
            if (ends.length != 2 || ends[0].isBlank()) {
                throw new RowException("DanhSachBoSung", "“%s” không có dạng từ/đến;từ/đến".formatted(Shown.of(list)));
            }
            waits.add(new Wait(
                    Row.stamp("DanhSachBoSung", ends[0].strip()),
                    Optional.of(ends[1].strip())
                            .filter(end -> !end.isEmpty())
                            .map(end -> Row.stamp("DanhSachBoSung", end))));
        }
        return List.copyOf(waits);
    }

    /** What the row says, whatever the order of the file's columns and the blanks around its fields. */
    private static String digest(Row row) {
        String content = COLUMNS.stream().map(row::text).collect(Collectors.joining("\u001f"));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 18));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package vn.motcua.exchange;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.motcua.calendar.CalendarHistory;
import vn.motcua.calendar.CalendarRangeException;
import vn.motcua.calendar.VietnameseDates;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureVersion;
import vn.motcua.dossier.ReckonedHistory;

/** Reads register rows against the catalogue and computes their clocks. */
final class RegisterReading {

    private final Map<String, TreeMap<LocalDate, ProcedureVersion>> versions = new HashMap<>();
    private final Map<String, Agency> agencies = new HashMap<>();
    private final CalendarHistory calendars;
    private final LocalDateTime now;

    RegisterReading(
            List<ProcedureVersion> versions, List<Agency> agencies, CalendarHistory calendars, LocalDateTime now) {
        versions.forEach(version -> this.versions
                .computeIfAbsent(version.definition().code(), code -> new TreeMap<>())
                .put(version.definition().validFrom(), version));
        agencies.forEach(agency -> this.agencies.put(agency.code(), agency));
        this.calendars = calendars;
        this.now = now;
    }

    ReckonedHistory read(Row row) {
        RegisterRow register = RegisterRow.of(row, now);
        try {
            return ReckonedHistory.of(
                    RegisterHistory.of(register, version(register), agency(register), now), calendars);
        } catch (CalendarRangeException e) {
            throw new RowException("NgayTiepNhan", String.valueOf(e.getMessage()));
        }
    }

    private ProcedureVersion version(RegisterRow row) {
        TreeMap<LocalDate, ProcedureVersion> known = versions.get(row.procedure());
        if (known == null) {
            throw new RowException(
                    "MaTTHC",
                    "không có thủ tục mã %s; hãy nhập danh mục bằng import-catalogue"
                            .formatted(Shown.of(row.procedure())));
        }
        Map.Entry<LocalDate, ProcedureVersion> inForce =
                known.floorEntry(row.received().toLocalDate());
        if (inForce == null) {
            throw new RowException(
                    "MaTTHC",
                    "thủ tục %s chưa có hiệu lực vào ngày %s"
                            .formatted(
                                    row.procedure(),
                                    VietnameseDates.day(row.received().toLocalDate())));
        }
        return inForce.getValue();
    }

    private Agency agency(RegisterRow row) {
        Agency agency = agencies.get(row.agency());
        if (agency == null) {
            throw new RowException(
                    "DonViXuLy",
                    "không có đơn vị mã %s; hãy nhập danh mục bằng import-catalogue".formatted(Shown.of(row.agency())));
        }
        return agency;
    }
}

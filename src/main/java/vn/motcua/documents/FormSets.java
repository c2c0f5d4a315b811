package vn.motcua.documents;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import vn.motcua.dossier.Dossier;

/** Which circular's forms a dossier is printed on: the one in force at its receipt, or at its filing while not received. */
@Component
class FormSets {

    private final LocalDate from2025;

    /** @param from2025 the first day of receipt for which the forms of Thông tư 03/2025/TT-VPCP are used */
    FormSets(
            @Value("${motcua.documents.tt-03-2025-from:2025-07-01}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from2025) {
        this.from2025 = from2025;
    }

    FormSet of(Dossier dossier) {
        LocalDateTime began = dossier.received() == null ? dossier.filed() : dossier.received();
        return began == null ? FormSet.TT_03_2025 : on(began.toLocalDate());
    }

    FormSet on(LocalDate day) {
        return day.isBefore(from2025) ? FormSet.TT_01_2018 : FormSet.TT_03_2025;
    }
}

package vn.motcua.desk;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.dossier.Dossier;
import vn.motcua.forms.InvalidSubmission;
import vn.motcua.people.Staff;
import vn.motcua.people.StaffGroup;
import vn.motcua.people.StaffMember;

/** The agencies that can be asked for an opinion here: those where an officer would find the question. */
@Component
class AskedAgencies {

    static final String FIELD = "askedAgency";

    private final Agencies agencies;
    private final Staff staff;
    private final Clock clock;

    AskedAgencies(Agencies agencies, Staff staff, Clock clock) {
        this.agencies = agencies;
        this.staff = staff;
        this.clock = clock;
    }

    /** As they are offered, in the order of their names. */
    List<String> offered(Dossier dossier) {
        return asked(dossier)
                .sorted(Comparator.comparing(Agency::name, Collator.getInstance(Locale.forLanguageTag("vi"))))
                .map(AskedAgencies::words)
                .toList();
    }

    /** @param typed as offered, or only the name or the code of the agency */
    Agency get(Dossier dossier, String typed) {
        String wanted = typed.strip();
        return asked(dossier)
                .filter(agency ->
                        Stream.of(words(agency), agency.name(), agency.code()).anyMatch(wanted::equalsIgnoreCase))
                .findFirst()
                .orElseThrow(() -> new InvalidSubmission(Map.of(
                        FIELD,
                        "Không có cơ quan “%s” trong những cơ quan hỏi được; hãy chọn một cơ quan trong danh sách"
                                .formatted(wanted))));
    }

    private Stream<Agency> asked(Dossier dossier) {
        LocalDate today = LocalDate.now(clock);
        return staff.inGroup(StaffGroup.OFFICER).stream()
                .filter(StaffMember::enabled)
                .flatMap(member -> Stream.ofNullable(member.agencyId()))
                .distinct()
                .filter(agency -> agency != dossier.agencyId())
                .map(agencies::get)
                .filter(agency -> agency.isOpenOn(today));
    }

    private static String words(Agency agency) {
        return "%s (%s)".formatted(agency.name(), agency.code());
    }
}

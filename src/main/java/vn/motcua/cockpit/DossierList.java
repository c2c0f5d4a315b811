package vn.motcua.cockpit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import vn.motcua.refusal.Refusal;
import vn.motcua.sla.Counting;
import vn.motcua.sla.Dimension;
import vn.motcua.sla.DossierPage;
import vn.motcua.sla.DossierRow;
import vn.motcua.sla.Group;
import vn.motcua.sla.Listing;
import vn.motcua.sla.Measure;
import vn.motcua.sla.Risks;
import vn.motcua.sla.Selection;

/** Exactly the dossiers that a figure counts, page by page. */
@Component
class DossierList implements Part {

    private static final int SIZE = 50;

    private final Selections selections;
    private final Counting counting;
    private final Listing listing;
    private final Risks risks;

    DossierList(Selections selections, Counting counting, Listing listing, Risks risks) {
        this.selections = selections;
        this.counting = counting;
        this.listing = listing;
        this.risks = risks;
    }

    /**
     * @param count how many dossiers all pages have together
     * @param where what the keys that were asked for are called
     * @param risks what was forecast of the rows at the moment of judgement, by the number of the dossier
     * @param next the cursor of the next page, null for the last
     */
    record Answer(
            LocalDate from,
            LocalDate to,
            LocalDateTime asOf,
            @Nullable String agency,
            Measure measure,
            long count,
            Map<String, String> where,
            List<DossierRow> rows,
            Map<Long, Risks.Risk> risks,
            @Nullable String next) {}

    @Override
    public String address() {
        return "dossiers";
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Answer answer(Watcher who, Asked asked) {
        Selection selection = selections.of(who, asked);
        Measure measure = asked.one(Measure.class, "measure")
                .orElseThrow(() -> new Refusal("Thiếu tham số measure: chỉ tiêu cần xem danh sách"));
        List<Dimension> keys = new ArrayList<>(selection.where().keySet());
        List<Group> counted = counting.by(selection, keys, Set.of(measure));
        DossierPage page = listing.page(
                selection, measure, asked.text("cursor").orElse(null), asked.number("size", SIZE, Listing.MOST));
        return new Answer(
                selection.from(),
                selection.to(),
                selection.asOf(),
                selection.agency(),
                measure,
                counted.stream().mapToLong(group -> group.count(measure)).sum(),
                where(selection, keys, counted),
                page.rows(),
                risks.of(page.rows().stream().map(DossierRow::id).toList(), selection.judgedAt()),
                page.next());
    }

    private static Map<String, String> where(Selection selection, List<Dimension> keys, List<Group> counted) {
        Map<String, String> where = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i).name().toLowerCase(Locale.ROOT);
            where.put(
                    key,
                    counted.isEmpty()
                            ? String.valueOf(selection.where().get(keys.get(i)))
                            : counted.get(0).labels().get(i));
        }
        return where;
    }
}

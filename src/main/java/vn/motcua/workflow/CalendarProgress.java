package vn.motcua.workflow;

import org.springframework.stereotype.Component;
import vn.motcua.catalogue.StoreFacts;

/** How far the open dossiers have been brought to a changed calendar; kept in the store, so a restart goes on there. */
@Component
class CalendarProgress {

    private static final String SEEN = "calendar-seen-by-engine";
    /** An edition of the calendar and the last dossier whose dates were moved to it. */
    private static final String UP_TO = "calendar-moved-up-to";

    private final StoreFacts facts;

    CalendarProgress(StoreFacts facts) {
        this.facts = facts;
    }

    boolean isSeen(String edition) {
        return facts.get(SEEN).filter(edition::equals).isPresent();
    }

    void seen(String edition) {
        facts.put(SEEN, edition);
    }

    /** The last dossier that was moved to that edition, 0 where none was. */
    long upTo(String edition) {
        return facts.get(UP_TO)
                .map(noted -> noted.split(" "))
                .filter(noted -> noted[0].equals(edition))
                .map(noted -> Long.valueOf(noted[1]))
                .orElse(0L);
    }

    void moved(String edition, long dossier) {
        facts.put(UP_TO, edition + " " + dossier);
    }
}

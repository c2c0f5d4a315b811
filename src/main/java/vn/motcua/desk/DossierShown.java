package vn.motcua.desk;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.ProcedureDefinition;
import vn.motcua.dossier.Dossier;
import vn.motcua.dossier.ExplainedDossier;
import vn.motcua.dossier.OnlineApplicant;
import vn.motcua.page.DeadlineWords.Told;
import vn.motcua.people.SignedIn;
import vn.motcua.worklist.WorkItem;

/**
 * What the page of a dossier shows to somebody.
 *
 * @param guest whether the person's agencies only have or had a step of the dossier: then there is what was sent to them
 *     and what they did, and nothing else
 * @param agency the name of the agency that handles the dossier
 * @param contact of the applicant
 * @param deadline null once the dossier is resolved, and where it never is
 * @param acceptance by when an online filing must be answered, null unless it waits for that
 * @param explained how the due date came about, null for guests
 * @param names the full names of all usernames on the page
 * @param history null for those who are not to see who looked
 */
record DossierShown(
        Dossier dossier,
        boolean guest,
        ProcedureDefinition procedure,
        String agency,
        List<Filled> contact,
        @Nullable Told deadline,
        @Nullable Told acceptance,
        @Nullable ExplainedDossier explained,
        List<OpenTask> tasks,
        List<TimelineEntry> timeline,
        List<HandOver> handOvers,
        List<FilledSection> filled,
        List<PrintLink> prints,
        List<DossierNotes.Note> notes,
        @Nullable List<HistoryEntry> history,
        Map<String, String> names) {

    private static final String SYSTEM = "Hệ thống";

    /**
     * @param agency the name of the agency that has the task
     * @param mine whether it is the person's to act
     */
    record OpenTask(WorkItem item, String agency, Told deadline, boolean mine) {}

    /** Whether there may be something for the person to do beside the tasks. */
    public boolean mayActBeside(SignedIn who) {
        return !guest && Colleagues.works(who) && !dossier.status().isEnded();
    }

    /** Whether it is the applicant, acting from an account. */
    public boolean isOnline(String actor) {
        return OnlineApplicant.isActor(actor);
    }

    /** The name of whoever is not the system; null for the system. */
    public @Nullable String nameOf(String actor) {
        return actor.equals(SYSTEM) ? null : names.getOrDefault(actor, actor);
    }
}

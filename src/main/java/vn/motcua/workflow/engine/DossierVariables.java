package vn.motcua.workflow.engine;

/** What a filter can show of a task's dossier, named like variables. */
public final class DossierVariables {

    public static final String CODE = "dossierCode";
    public static final String APPLICANT = "dossierApplicant";
    public static final String DEADLINE = "dossierDeadline";

    private DossierVariables() {}
}

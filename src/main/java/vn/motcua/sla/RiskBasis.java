package vn.motcua.sla;

/** Where a forecast has from how long a dossier still needs. */
public enum RiskBasis {
    /** From finished passes of the step at the agency that has it. */
    HISTORY_AGENCY,
    /** From finished passes of the step at all agencies, for there are too few at the one that has it. */
    HISTORY,
    /** From the allowed time, for history is too thin, or the dossier has no open step. */
    THIN
}

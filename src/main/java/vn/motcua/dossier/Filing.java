package vn.motcua.dossier;

/** What a new dossier is about, who files it, and with which agency. */
public record Filing(String procedureCode, String agencyCode, Channel channel, Applicant applicant) {}

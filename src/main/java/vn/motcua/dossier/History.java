package vn.motcua.dossier;

import java.util.List;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.ProcedureVersion;

/**
 * A dossier of the past as a register tells it.
 *
 * @param code as the register has it, of either style
 * @param events in the order in which they occurred
 * @param digest of the register's row, so that the same row again is known as the same
 */
public record History(
        String code,
        ProcedureVersion version,
        Agency agency,
        Channel channel,
        Applicant applicant,
        List<ClockEvent> events,
        String digest) {}

package vn.motcua.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.payment.OrderState;
import vn.motcua.statistics.Standing;
import vn.motcua.workflow.EngineCounts;

/**
 * What the store says at one moment.
 *
 * @param unfolded changes that wait to be folded into the figures
 * @param incidents by process
 * @param letters that are not sent, by their state
 * @param lettersLate for how long the first letter has waited that a channel is there for
 */
record Reading(
        Instant at,
        Map<AgencyLevel, Standing.Dossiers> dossiers,
        long unfolded,
        EngineCounts.Jobs jobs,
        Map<String, Long> incidents,
        Map<String, Long> letters,
        Duration lettersLate,
        Map<OrderState, Long> payments) {}

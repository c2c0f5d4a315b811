package vn.motcua.watch;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Component;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.statistics.Ii06aRow;
import vn.motcua.statistics.Standing;

/** What the store says, the same on every node; nothing of it while the store cannot be read. */
@Component
class StoreMetrics {

    private static final String LEVEL = "level";
    private static final String TIMELINESS = "timeliness";
    private static final String CHANNEL = "channel";
    private static final String STATE = "state";

    private final Readings readings;

    StoreMetrics(Readings readings) {
        this.readings = readings;
    }

    void collect(Scrape scrape) {
        scrape.gauge(
                "motcua_store_readable",
                "1 if the last reading of the store succeeded; without it the metrics read from it are absent",
                to -> to.put(readings.last().isPresent() ? 1 : 0));
        readings.last().ifPresent(reading -> {
            scrape.gauge(
                    "motcua_store_read_timestamp_seconds",
                    "When the store was read for these metrics",
                    to -> to.put(Scrape.seconds(reading.at())));
            dossiers(scrape, reading.dossiers());
            engine(scrape, reading);
            background(scrape, reading);
        });
    }

    private static void dossiers(Scrape scrape, Map<AgencyLevel, Standing.Dossiers> dossiers) {
        gauge(scrape, "motcua_dossiers_open", "Dossiers in process (II.06a column 11)", dossiers, each -> each.report()
                .c11());
        gauge(
                scrape,
                "motcua_dossiers_overdue",
                "Dossiers in process and overdue (II.06a column 13)",
                dossiers,
                each -> each.report().c13());
        gauge(
                scrape,
                "motcua_dossiers_waiting",
                "Dossiers in process whose clock stands for the applicant",
                dossiers,
                Standing.Dossiers::waiting);
        scrape.counter(
                "motcua_dossiers_received",
                "Dossiers received since the beginning",
                to -> dossiers.forEach((level, each) -> {
                    to.put(each.report().c4(), CHANNEL, "online", LEVEL, name(level));
                    to.put(each.report().c5(), CHANNEL, "other", LEVEL, name(level));
                }));
        scrape.counter(
                "motcua_dossiers_resolved",
                "Dossiers resolved since the beginning, by timeliness",
                to -> dossiers.forEach((level, each) -> resolved(to, name(level), each.report())));
    }

    private static void resolved(Scrape.Points to, String level, Ii06aRow report) {
        to.put(report.c8(), LEVEL, level, TIMELINESS, "early");
        to.put(report.c9(), LEVEL, level, TIMELINESS, "on_time");
        to.put(report.c10(), LEVEL, level, TIMELINESS, "late");
    }

    private static void engine(Scrape scrape, Reading reading) {
        scrape.gauge(
                "motcua_engine_jobs_due",
                "Timers and other jobs of the engine whose time has come and that have not run",
                to -> to.put(reading.jobs().due()));
        scrape.gauge(
                "motcua_engine_jobs_late_seconds",
                "For how long the first of the due jobs has been due",
                to -> to.put(Scrape.seconds(reading.jobs().late())));
        scrape.gauge(
                "motcua_engine_jobs_exhausted",
                "Jobs that failed as often as they are tried; an administrator retries them in Cockpit",
                to -> to.put(reading.jobs().exhausted()));
        scrape.gauge("motcua_engine_incidents", "Open incidents by process", to -> reading.incidents()
                .forEach((process, incidents) -> to.put(incidents, "process", process)));
    }

    private static void background(Scrape scrape, Reading reading) {
        scrape.gauge(
                "motcua_letters",
                "Letters that are not sent yet, by state; failed and unsure ones wait for an administrator",
                to -> reading.letters().forEach((state, letters) -> to.put(letters, STATE, state)));
        scrape.gauge(
                "motcua_letters_late_seconds",
                "For how long the first waiting letter has waited, of channels that are set up",
                to -> to.put(Scrape.seconds(reading.lettersLate())));
        scrape.gauge(
                "motcua_figures_unfolded",
                "Changes that wait to be folded into the figures, counted up to %d".formatted(Standing.MOST_UNFOLDED),
                to -> to.put(reading.unfolded()));
        scrape.gauge(
                "motcua_payments_unsettled",
                "Orders of payment without an answer (begun), for a dossier not decided (held), to be paid back (surplus)",
                to -> reading.payments()
                        .forEach((state, orders) ->
                                to.put(orders, STATE, state.name().toLowerCase(Locale.ROOT))));
    }

    private static void gauge(
            Scrape scrape,
            String name,
            String help,
            Map<AgencyLevel, Standing.Dossiers> dossiers,
            ToLongFunction<Standing.Dossiers> value) {
        scrape.gauge(
                name,
                help,
                to -> dossiers.forEach((level, each) -> to.put(value.applyAsLong(each), LEVEL, name(level))));
    }

    private static String name(AgencyLevel level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}

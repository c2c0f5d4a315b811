package vn.motcua.bench;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import vn.motcua.calendar.LimitUnit;
import vn.motcua.catalogue.Agency;
import vn.motcua.catalogue.AgencyLevel;
import vn.motcua.catalogue.ClockPolicy;
import vn.motcua.catalogue.ProcedureVersion;

/** Who receives how much of what: a few agencies much and most little, procedures of the agency's own level. */
final class GeneratedAgencies {

    private static final LocalDate NEW_CODES = LocalDate.of(2021, 1, 1);

    /** @param workingDays about how many the limit has */
    record Service(byte[] code, int workingDays, boolean restarts) {
        private static Service of(ProcedureVersion version) {
            int amount = version.definition().limit().amount();
            LimitUnit unit = version.definition().limit().unit();
            int days = unit == LimitUnit.WORKING_HOURS
                    ? amount / 8
                    : unit == LimitUnit.CALENDAR_DAYS ? amount * 5 / 7 : amount;
            return new Service(
                    version.definition().code().getBytes(),
                    days,
                    version.definition().clockPolicy() == ClockPolicy.RESTART);
        }
    }

    private final List<Agency> agencies;
    private final byte[][] codes;
    private final byte[][] newCodes;
    private final double[] agencyShares;
    private final Map<AgencyLevel, List<Service>> services = new EnumMap<>(AgencyLevel.class);
    private final Map<AgencyLevel, double[]> serviceShares = new EnumMap<>(AgencyLevel.class);

    GeneratedAgencies(List<Agency> agencies, List<ProcedureVersion> versions) {
        this.agencies = agencies;
        this.codes = agencies.stream().map(agency -> agency.code().getBytes()).toArray(byte[][]::new);
        this.newCodes = agencies.stream()
                .map(agency -> newStyle(agency.code()).getBytes())
                .toArray(byte[][]::new);
        this.agencyShares = skewed(agencies.size(), 0.6);
        TreeMap<String, ProcedureVersion> first = new TreeMap<>();
        versions.forEach(version -> first.putIfAbsent(version.definition().code(), version));
        for (AgencyLevel level : AgencyLevel.values()) {
            List<Service> own = first.values().stream()
                    .filter(version -> version.definition().agencyLevel() == level)
                    .map(Service::of)
                    .toList();
            services.put(level, own);
            serviceShares.put(level, skewed(own.size(), 0.9));
        }
    }

    int count() {
        return agencies.size();
    }

    int any(SplittableRandom random) {
        return pick(agencyShares, random);
    }

    byte[] code(int agency) {
        return codes[agency];
    }

    /** The code within dossier codes: 000.00.14.H37 at first, H37.14 since 2021. */
    byte[] codeOn(int agency, LocalDate day) {
        return day.isBefore(NEW_CODES) ? codes[agency] : newCodes[agency];
    }

    Service service(int agency, SplittableRandom random) {
        AgencyLevel level = agencies.get(agency).level();
        return services.get(level).get(pick(serviceShares.get(level), random));
    }

    private static String newStyle(String code) {
        String[] parts = code.split("\\.");
        StringBuilder turned = new StringBuilder(parts[parts.length - 1]);
        for (int i = parts.length - 2; i >= 0; i--) {
            turned.append(parts[i].matches("0+") ? "" : "." + parts[i]);
        }
        return turned.toString();
    }

    /** Cumulative shares by Zipf's law. */
    private static double[] skewed(int count, double exponent) {
        double[] shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += Math.pow(i + 1, -exponent);
            shares[i] = sum;
        }
        double all = sum;
        return Arrays.stream(shares).map(share -> share / all).toArray();
    }

    private static int pick(double[] shares, SplittableRandom random) {
        int found = Arrays.binarySearch(shares, random.nextDouble());
        return Math.min(found < 0 ? -found - 1 : found, shares.length - 1);
    }
}

package vn.motcua.calendar;

import java.time.Instant;

/**
 * New moons and the place of the sun in universal time, by Jean Meeus, Astronomical Algorithms, 2nd edition, chapters 49
 * and 25. From 1968 to 2200 the new moons are within half a minute of fuller theories and the sun within 0.01°, a
 * quarter of an hour of its way; the drift of the earth's rotation comes on top, minutes by 2200. Terms of less than a
 * second in these centuries are left out.
 */
final class SunAndMoon {

    private static final double SECONDS_PER_DAY = 86_400;
    private static final double JULIAN_DAY_OF_1970 = 2_440_587.5;
    private static final double JULIAN_DAY_OF_2000 = 2_451_545.0;

    /** Days, then the multiples of M, M′ and F: the periodic terms of a new moon. A term loses E for every M in it. */
    private static final double[][] PERIODIC_TERMS = {
        {-0.40720, 0, 1, 0}, {0.17241, 1, 0, 0}, {0.01608, 0, 2, 0}, {0.01039, 0, 0, 2}, {0.00739, -1, 1, 0},
        {-0.00514, 1, 1, 0}, {0.00208, 2, 0, 0}, {-0.00111, 0, 1, -2}, {-0.00057, 0, 1, 2}, {0.00056, 1, 2, 0},
        {-0.00042, 0, 3, 0}, {0.00042, 1, 0, 2}, {0.00038, 1, 0, -2}, {-0.00024, -1, 2, 0}, {-0.00007, 2, 1, 0},
        {0.00004, 0, 2, -2}, {0.00004, 3, 0, 0}, {0.00003, 1, 1, -2}, {0.00003, 0, 2, 2}, {-0.00003, 1, 1, 2},
        {0.00003, -1, 1, 2}, {-0.00002, -1, 1, -2}, {-0.00002, 1, 3, 0}, {0.00002, 0, 4, 0}
    };

    /** Days, degrees at k = 0 and degrees per lunation: the pull of the planets on the moon. */
    private static final double[][] PLANETARY_TERMS = {
        {0.000325, 299.77, 0.107408}, {0.000165, 251.88, 0.016321}, {0.000164, 251.83, 26.651886},
        {0.000126, 349.42, 36.412478}, {0.000110, 84.66, 18.206239}, {0.000062, 141.74, 53.303771},
        {0.000060, 207.14, 2.453732}, {0.000056, 154.84, 7.306860}, {0.000047, 34.52, 27.261239},
        {0.000042, 207.19, 0.121824}, {0.000040, 291.34, 1.844379}, {0.000037, 161.72, 24.198154},
        {0.000035, 239.56, 25.513099}, {0.000023, 331.55, 3.592518}
    };

    private SunAndMoon() {}

    /** The instant of a new moon; {@code lunation} 0 is that of 6 January 2000. */
    static Instant newMoon(int lunation) {
        double t = lunation / 1236.85;
        double mean = 2_451_550.09766 + 29.530588861 * lunation + t * t * (0.00015437 - 0.000000150 * t);
        double days = mean + periodic(lunation, t) + planetary(lunation);
        double year = 2000 + (days - JULIAN_DAY_OF_2000) / 365.25;
        double seconds = (days - JULIAN_DAY_OF_1970) * SECONDS_PER_DAY - deltaT(year);
        return Instant.ofEpochSecond(Math.round(seconds));
    }

    private static double periodic(int k, double t) {
        double e = 1 - t * (0.002516 + 0.0000074 * t);
        double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
        double moon = 201.5643 + 385.81693528 * k + t * t * (0.0107582 + 0.00001238 * t);
        double latitude = 160.7108 + 390.67050284 * k - t * t * (0.0016118 + 0.00000227 * t);
        double node = 124.7746 - 1.56375588 * k + 0.0020672 * t * t;
        double sum = -0.00017 * sinDegrees(node);
        for (double[] term : PERIODIC_TERMS) {
            double argument = term[1] * sun + term[2] * moon + term[3] * latitude;
            sum += term[0] * Math.pow(e, Math.abs(term[1])) * sinDegrees(argument);
        }
        return sum;
    }

    private static double planetary(int k) {
        double sum = 0;
        for (double[] term : PLANETARY_TERMS) {
            sum += term[0] * sinDegrees(term[1] + term[2] * k);
        }
        return sum;
    }

    /** The apparent longitude of the sun in degrees, 0 (spring equinox) inclusive to 360 exclusive. */
    static double sunLongitude(Instant moment) {
        double ut = moment.getEpochSecond() / SECONDS_PER_DAY + JULIAN_DAY_OF_1970 - JULIAN_DAY_OF_2000;
        double t = (ut + deltaT(2000 + ut / 365.25) / SECONDS_PER_DAY) / 36_525;
        double mean = 280.46646 + t * (36_000.76983 + 0.0003032 * t);
        double anomaly = 357.52911 + t * (35_999.05029 - 0.0001537 * t);
        double centre = (1.914602 - t * (0.004817 + 0.000014 * t)) * sinDegrees(anomaly)
                + (0.019993 - 0.000101 * t) * sinDegrees(2 * anomaly)
                + 0.000289 * sinDegrees(3 * anomaly);
        double apparent = mean + centre - 0.00569 - 0.00478 * sinDegrees(125.04 - 1934.136 * t);
        return apparent - 360 * Math.floor(apparent / 360);
    }

    /**
     * Seconds by which even dynamical time is ahead of the turning earth, by the polynomials of Espenak and Meeus (Five
     * Millennium Canon of Solar Eclipses, 2006); a forecast from 2005 on.
     */
    private static double deltaT(double year) {
        double t = year - 2000;
        if (year < 1986) {
            double u = year - 1975;
            return 45.45 + u * (1.067 - u * (1 / 260.0 + u / 718));
        }
        if (year < 2005) {
            return 63.86 + t * (0.3345 + t * (-0.060374 + t * (0.0017275 + t * (0.000651814 + t * 0.00002373599))));
        }
        if (year < 2050) {
            return 62.92 + t * (0.32217 + t * 0.005589);
        }
        double centuries = (year - 1820) / 100;
        return -20 + 32 * centuries * centuries - 0.5628 * Math.max(0, 2150 - year);
    }

    private static double sinDegrees(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }
}

package vn.motcua.exchange;

/** Text from a file as it may appear in a one-line message. */
final class Shown {

    private static final int LONGEST = 60;

    private Shown() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "·");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}

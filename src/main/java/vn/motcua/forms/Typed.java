package vn.motcua.forms;

/** What somebody typed, as the database takes it: without NUL and without half a character. */
public final class Typed {

    private Typed() {}

    public static String storable(String text) {
        return text.replaceAll("[\\x00\\p{Cs}]", "");
    }

    /** @param longest what is longer is cut, between two characters */
    public static String storable(String text, int longest) {
        String whole = storable(text);
        return whole.length() <= longest ? whole : whole.substring(0, longest).replaceAll("\\p{Cs}$", "");
    }
}

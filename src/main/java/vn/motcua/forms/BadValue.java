package vn.motcua.forms;

/** A value that its field does not take; the message is the sentence for whoever filled it in. */
final class BadValue extends RuntimeException {

    BadValue(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}

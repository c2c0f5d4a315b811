package vn.motcua.mine;

/** What an applicant wants to do is not possible any more: the office or time was faster. Nothing was changed. */
final class Overtaken extends RuntimeException {

    Overtaken() {
        super("Overtaken");
    }

    Overtaken(Throwable cause) {
        super("Overtaken", cause);
    }
}

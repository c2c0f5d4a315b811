package vn.motcua.refusal;

/**
 * Something asked for that Motcua will not do, with the reason and the remedy in one Vietnamese line. It is an answer,
 * not a fault: the command line prints the message and exits with 1, HTTP turns it into problem details, and nobody
 * ever sees a stack trace of it.
 */
public class Refusal extends RuntimeException {

    public Refusal(String reason) {
        super(reason);
    }

    public Refusal(String reason, Throwable cause) {
        super(reason, cause);
    }
}

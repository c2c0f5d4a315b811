package vn.motcua.cockpit;

import vn.motcua.refusal.Refusal;

/** What is not for the person who asks. */
final class Forbidden extends Refusal {

    Forbidden(String reason) {
        super(reason);
    }
}

package vn.motcua.cockpit;

import vn.motcua.refusal.Refusal;

/** What there is not, or not among what the person watches over. */
final class Absent extends Refusal {

    Absent(String reason) {
        super(reason);
    }
}

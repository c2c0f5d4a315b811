package vn.motcua.cockpit;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.motcua.catalogue.Agencies;
import vn.motcua.catalogue.Agency;
import vn.motcua.people.SignedIn;

/**
 * Somebody who may watch, and over which agencies.
 *
 * @param own the agency at the top of the subtree, null for the whole store
 * @param agencies the numbers of all agencies of the subtree
 */
record Watcher(SignedIn who, @Nullable Agency own, Set<Integer> agencies, Agencies register) {

    /**
     * The agency that is asked about: by itself the watcher's own, null for the whole store.
     *
     * @throws Forbidden when it stands outside the subtree, or nowhere
     */
    @Nullable
    Agency agency(Asked asked) {
        return asked.text("agency").map(this::agency).orElse(own);
    }

    /** @throws Forbidden as {@link #agency(Asked)} */
    Agency agency(String code) {
        return register.find(code)
                .filter(agency -> watches(agency.id()))
                .orElseThrow(() -> new Forbidden("Đơn vị này không thuộc phạm vi theo dõi của bạn"));
    }

    boolean watches(int agency) {
        return agencies.contains(agency);
    }
}

package vn.motcua;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void roomsDependOnEachOtherOnlyAsTheirPackageInfoAllows() {
        ApplicationModules.of(Motcua.class).verify();
    }
}

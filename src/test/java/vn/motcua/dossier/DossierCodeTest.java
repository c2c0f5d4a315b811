package vn.motcua.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.motcua.calendar.When.day;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierCodeTest {

    private static final LocalDate MON_8_JUL_2019 = day("Mon 2019-07-08");

    @Test
    void aCodeIsAgencyDayOfReceiptAndFourDigits() {
        assertThat(new DossierCode("000.00.14.H37", MON_8_JUL_2019, 1)).hasToString("000.00.14.H37-190708-0001");
        assertThat(new DossierCode("H37.14", MON_8_JUL_2019, 9999)).hasToString("H37.14-190708-9999");
    }

    @Test
    void aDayWithTenThousandDossiersGetsAFifthDigit() {
        DossierCode tenThousandth = new DossierCode("H37.14", MON_8_JUL_2019, 10_000);

        assertThat(tenThousandth).hasToString("H37.14-190708-10000");
        assertThat(DossierCode.parse("H37.14-190708-10000")).contains(tenThousandth);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000.00.14.H37-190708-0001", "H37.14-250701-0042", "G22-991231-0001", "H37.14-240229-0001"})
    void codesOfBothStylesAreReadAndWrittenAsTheyWere(String text) {
        assertThat(DossierCode.parse(text).orElseThrow()).hasToString(text);
    }

    @Test
    void thePartsOfACodeAreRead() {
        assertThat(DossierCode.parse("000.00.14.H37-190708-0001"))
                .contains(new DossierCode("000.00.14.H37", MON_8_JUL_2019, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "000.00.14.H37",
                "000.00.14.H37-190708",
                "000.00.14.H37-190708-001",
                "000.00.14.H37-190708-1234567890",
                "000.00.14.H37-190229-0001",
                "000.00.14.H37-191301-0001",
                "000.00.14.H37-20190708-0001",
                "000.00.14.H37_190708_0001",
                "000..14.H37-190708-0001",
                ".H37-190708-0001",
                "H37.-190708-0001",
                "h37.14-190708-0001",
                " H37.14-190708-0001",
                "H37.14-190708-0001 ",
                "H37.14-190708-0001\n",
                "H37.14-190708-٠٠٠١",
                "H37.14-190708-0001-0002"
            })
    void whatIsNoCodeIsNotRead(String text) {
        assertThat(DossierCode.parse(text)).isEmpty();
    }
}

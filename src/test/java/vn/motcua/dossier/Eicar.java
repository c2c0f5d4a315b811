package vn.motcua.dossier;

import java.nio.charset.StandardCharsets;

/** The EICAR test file, put together here: a scanner would take away any file that has it in one piece. */
final class Eicar {

    private Eicar() {}

    static String text() {
        return String.join(
                "",
                "X5O!P%@AP[4\\PZX54(P^)7CC)7}",
                new String(new char[] {'$'}),
                "EICAR-STANDARD-",
                "ANTIVIRUS-TEST-FILE!$H+H*");
    }

    static byte[] bytes() {
        return text().getBytes(StandardCharsets.US_ASCII);
    }
}

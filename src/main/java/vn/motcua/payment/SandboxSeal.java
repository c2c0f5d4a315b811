package vn.motcua.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** HMAC-SHA256 with the secret that the sandbox and our adapter share: by setting, else made once per store. */
@Component
class SandboxSeal {

    private static final String FACT = "payment-sandbox-secret";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final String setting;

    SandboxSeal(JdbcClient jdbc, @Value("${motcua.payment.sandbox.secret:}") String setting) {
        this.jdbc = jdbc;
        this.setting = setting;
    }

    String sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean isSigned(byte[] message, String signature) {
        return MessageDigest.isEqual(
                sign(message).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
    }

    /** Of two nodes that make one at once, both use that of the first. */
    private String secret() {
        if (!setting.isBlank()) {
            return setting;
        }
        return jdbc.sql("select value from motcua.store_fact where name = ?")
                .param(FACT)
                .query(String.class)
                .optional()
                .orElseGet(this::made);
    }

    private String made() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        jdbc.sql("insert into motcua.store_fact values (?, ?) on conflict do nothing")
                .params(FACT, HexFormat.of().formatHex(bytes))
                .update();
        return secret();
    }
}

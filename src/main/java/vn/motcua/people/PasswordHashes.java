package vn.motcua.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are kept: named by scheme, so that a stronger one can follow. */
@Configuration(proxyBeanMethods = false)
class PasswordHashes {

    private static final String SCHEME = "hmac-bcrypt";
    private static final int STRENGTH = 11;

    @Bean
    PasswordEncoder passwordEncoder() {
        return ofStrength(STRENGTH);
    }

    /** @param strength the work of one hash, as a power of two */
    static PasswordEncoder ofStrength(int strength) {
        return new DelegatingPasswordEncoder(SCHEME, Map.of(SCHEME, new AnyLength(strength)));
    }

    /**
     * bcrypt reads 72 bytes, which a Vietnamese sentence passes (three bytes for "ế"); so it is given a digest of the
     * whole. The digest is keyed and in Base64: no zero bytes, and of no use with lists of plain SHA-256. Typed with
     * another keyboard the same letters may come decomposed, hence the normal form.
     */
    private static final class AnyLength implements PasswordEncoder {

        private static final String ALGORITHM = "HmacSHA256";
        private static final byte[] PURPOSE = "motcua password".getBytes(StandardCharsets.UTF_8);

        private final BCryptPasswordEncoder bcrypt;

        private AnyLength(int strength) {
            this.bcrypt = new BCryptPasswordEncoder(strength);
        }

        @Override
        public String encode(@Nullable CharSequence password) {
            return bcrypt.encode(digest(String.valueOf(password)));
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            return bcrypt.matches(digest(String.valueOf(password)), hash);
        }

        @Override
        public boolean upgradeEncoding(@Nullable String hash) {
            return bcrypt.upgradeEncoding(hash);
        }

        private static String digest(String password) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(PURPOSE, ALGORITHM));
                byte[] text =
                        Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
                return Base64.getEncoder().encodeToString(mac.doFinal(text));
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException(missing); // every Java has it
            }
        }
    }
}

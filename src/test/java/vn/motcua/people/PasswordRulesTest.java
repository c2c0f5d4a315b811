package vn.motcua.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mưa xuân đến sớm",
                "correct horse battery",
                "tôi thích ăn phở bò mỗi sáng chủ nhật",
                "k7mq-2vxd-9hnt-rw4p",
                "xgqzvbnwptrk",
                "Nguyễn Văn An thích câu cá"
            })
    void a_long_one_that_nobody_guesses_first_will_do_whatever_its_characters(String password) {
        assertThat(PasswordRules.problem(password, "nguyen.van.an", "Nguyễn Văn An"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "matkhau123456",
                "Mật khẩu 2026!",
                "M@tkhau@123456",
                "matkhaumatkhau",
                "AnhYeuEm12345",
                "abcabcabcabc",
                "aaaaaaaaaaaaaa",
                "121212121212",
                "123456789012",
                "0912345678901",
                "Password2026!",
                "P@ssw0rd12345",
                "P@$$w0rd2026",
                "qwertyuiop[]",
                "iloveyou2026",
                "motcua123456",
                "!!!!!!!!!!!!!!!!"
            })
    void what_many_use_is_refused(String password) {
        assertThat(PasswordRules.problem(password, "nguyen.van.an", "Nguyễn Văn An")
                        .orElseThrow()
                        .key())
                .isEqualTo("people.password.guessed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nguyen.van.an", "NguyenVanAn123", "Nguyễn Văn An", "nguyễn văn an 2026", "nguyen_van_an!"})
    void the_own_name_is_refused(String password) {
        assertThat(PasswordRules.problem(password, "nguyen.van.an", "Nguyễn Văn An")
                        .orElseThrow()
                        .key())
                .isEqualTo("people.password.ownName");
    }

    @Test
    void length_is_counted_in_characters() {
        assertThat(PasswordRules.problem("mưa xuân về", "ab", "x").orElseThrow().key())
                .isEqualTo("people.password.tooShort");
        assertThat(PasswordRules.problem("mưa xuân về!", "ab", "x")).isEmpty();
        assertThat(PasswordRules.problem("mưa xuân về ".repeat(17), "ab", "x")
                        .orElseThrow()
                        .key())
                .isEqualTo("people.password.tooLong");
    }

    @Test
    void every_character_of_a_long_password_counts_and_its_spelling_in_unicode_does_not() {
        PasswordEncoder encoder = new PasswordHashes().passwordEncoder();
        String sentence = "tiếng Việt có dấu chiếm nhiều byte nên câu này dài hơn bảy mươi hai byte rất nhiều";
        String hash = encoder.encode(sentence);
        assertThat(hash).startsWith("{hmac-bcrypt}$2a$11$");
        assertThat(encoder.matches(sentence, hash)).isTrue();
        assertThat(encoder.matches(sentence + ".", hash)).isFalse();
        assertThat(encoder.matches(Normalizer.normalize(sentence, Normalizer.Form.NFD), hash))
                .isTrue();
    }

    @Test
    void one_time_passwords_follow_the_rules_and_differ() {
        String first = OneTimePassword.next();
        assertThat(first).matches("[a-z2-9]{4}(-[a-z2-9]{4}){3}");
        assertThat(PasswordRules.problem(first, "nguyen.van.an", "Nguyễn Văn An"))
                .isEmpty();
        assertThat(OneTimePassword.next()).isNotEqualTo(first);
    }
}

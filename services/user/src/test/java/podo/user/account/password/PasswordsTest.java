package podo.user.account.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import podo.starter.problem.Unavailable;
import podo.user.account.password.Passwords.Check;

class PasswordsTest {

    private final Passwords passwords = new Passwords(new PasswordSettings(4, 1, 100, Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        passwords.close();
    }

    @Test
    void aPasswordMatchesItsOwnHashOnly() {
        String hash = passwords.hash("grape grape");
        assertThat(passwords.check("grape grape", hash)).isEqualTo(Check.RIGHT);
        assertThat(passwords.check("Grape grape", hash)).isEqualTo(Check.WRONG);
        assertThat(passwords.hash("grape grape")).isNotEqualTo(hash);
    }

    @Test
    void anUnknownAccountMatchesNoPassword() {
        assertThat(passwords.check("grape grape", null)).isEqualTo(Check.WRONG);
    }

    @Test
    void plainBcryptHashesMatchAndNeedARehash() {
        String plain = "{bcrypt}" + new BCryptPasswordEncoder(4).encode("grape grape");
        assertThat(passwords.check("grape grape", plain)).isEqualTo(Check.OUTDATED);
    }

    @Test
    void aPasswordIsTheSameFromEveryKeyboard() {
        String decomposed = Normalizer.normalize("포도 caf\u00e9", Normalizer.Form.NFD);
        assertThat(passwords.check(decomposed, passwords.hash("포도 caf\u00e9"))).isEqualTo(Check.RIGHT);
        assertThat(passwords.check("포도 caf\u00e9", passwords.hash(decomposed))).isEqualTo(Check.RIGHT);
    }

    @Test
    void aHashOfADecomposedPasswordStillMatchesAndIsReplaced() {
        String decomposed = Normalizer.normalize("포도 caf\u00e9", Normalizer.Form.NFD);
        String old = "{bcrypt-sha256}" + new PrehashedBcrypt(4).encode(decomposed);
        assertThat(passwords.check(decomposed, old)).isEqualTo(Check.OUTDATED);
        assertThat(passwords.check("포도 caf\u00e9", old)).isEqualTo(Check.OUTDATED);
        assertThat(passwords.check("포도 cafe", old)).isEqualTo(Check.WRONG);
    }

    @Test
    void requestsBeyondTheQueueAreRefused() throws InterruptedException {
        Passwords small = new Passwords(new PasswordSettings(12, 1, 1, Duration.ofSeconds(30)));
        List<Future<String>> results = new ArrayList<>();
        try (var fans = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                results.add(fans.submit(() -> small.hash("grape grape")));
            }
        }
        assertThat(results).anySatisfy(it -> assertThat(it.state()).isEqualTo(Future.State.SUCCESS));
        assertThat(results)
                .anySatisfy(it -> assertThatThrownBy(it::get)
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(Unavailable.class));
        small.close();
    }
}

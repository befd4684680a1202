package podo.user.account.password;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of password hashing.
 *
 * @param strength bcrypt's cost, as a power of two
 * @param threads hashing threads; 0 means the number of processors minus one
 * @param waiting capacity of the queue in front of them
 * @param patience longest wait for a hash before the answer is 503
 */
@ConfigurationProperties("podo.passwords")
record PasswordSettings(
        @DefaultValue("10") int strength,
        @DefaultValue("0") int threads,
        @DefaultValue("1000") int waiting,
        @DefaultValue("15s") Duration patience) {

    int threadsOf(int processors) {
        return threads > 0 ? threads : Math.max(1, processors - 1);
    }
}

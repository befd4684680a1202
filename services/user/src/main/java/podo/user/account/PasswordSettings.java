package podo.user.account;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords are hashed.
 *
 * @param strength bcrypt's cost, as a power of two
 * @param threads how many hash at once; 0 leaves one processor to the others
 * @param waiting how many log-ins may queue for them
 * @param patience how long one waits before it is asked to come back
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

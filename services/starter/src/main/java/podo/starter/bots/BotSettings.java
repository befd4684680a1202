package podo.starter.bots;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When an account is asked for work, and for how much.
 *
 * @param enabled false: nobody is asked
 * @param perMinute requests (holds, or joins) of one account in a minute that are no script's, made through our pages
 * @param perMinuteWithoutPage the same for an account that opens no page; 0: each is asked before its first request
 * @param lapseWeight as how many requests each hold counts that the account let lapse within the last hour; together at most half of what is allowed
 * @param freeAfter requests that are not counted after the work or the wait
 * @param work largest number of the first challenge: about half as many hashes have to be computed; it doubles with each further challenge
 * @param mostWork up to which it doubles
 * @param firstWait after which an account may go on without the work; it doubles likewise
 * @param longestWait up to which it doubles
 * @param life how long a challenge can be solved
 */
@ConfigurationProperties("podo.bots")
public record BotSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("120") int perMinute,
        @DefaultValue("90") int perMinuteWithoutPage,
        @DefaultValue("3") int lapseWeight,
        @DefaultValue("30") int freeAfter,
        @DefaultValue("50000") int work,
        @DefaultValue("800000") int mostWork,
        @DefaultValue("10s") Duration firstWait,
        @DefaultValue("60s") Duration longestWait,
        @DefaultValue("2m") Duration life) {

    private static final int LEAST_WORK = 1_000;
    /** Minutes on a phone. */
    private static final int LARGEST_WORK = 10_000_000;

    public BotSettings {
        require(perMinute >= 0 && perMinuteWithoutPage >= 0, "per-minute and per-minute-without-page are 0 or more");
        require(lapseWeight >= 0 && freeAfter >= 0, "lapse-weight and free-after are 0 or more");
        require(
                work >= LEAST_WORK && work <= mostWork && mostWork <= LARGEST_WORK,
                "1000 <= work <= most-work <= 10000000");
        require(
                firstWait.toMillis() >= 1_000 && firstWait.compareTo(longestWait) <= 0,
                "1s <= first-wait <= longest-wait");
        require(longestWait.compareTo(Duration.ofMinutes(10)) <= 0, "longest-wait is at most 10m");
        require(life.toSeconds() >= 10 && life.compareTo(Duration.ofHours(1)) <= 0, "life is 10s to 1h");
    }

    /** Requests that an account may make in a minute. */
    int allowed(boolean fromPage) {
        return fromPage ? perMinute : perMinuteWithoutPage;
    }

    /** @param level 1 for the first challenge of the last hour */
    int workAt(int level) {
        return (int) Math.min((long) work << Math.min(level - 1, 20), mostWork);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException("podo.bots: " + rule);
        }
    }
}

package podo.starter.bots;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import podo.starter.redis.RedisCircuitBreaker;

/** What is known of accounts that asked more often than a few times in a minute, in Redis, for all instances of a service. */
class BotStates {

    /** Without a request for so long, an account is as new. */
    static final Duration REMEMBERED = Duration.ofHours(1);

    /**
     * @param level how often it was asked for work
     * @param waitMillis 0 when the request may go on
     * @param accepted whether a solution was used up by it
     */
    record Standing(int level, long waitMillis, boolean accepted) {}

    /**
     * KEYS: the account's state, its lapsed holds, the mark of the challenge that was solved. ARGV: now, requests allowed in a minute, weight of a lapsed hold,
     * number of requests, first and longest wait, requests that are free afterwards, work that was done (0 for none), first and most work, ms of a mark, ms of the
     * state. Returns level, ms to wait, 1 when the solution was used up.
     */
    private static final RedisScript<List<Long>> COUNT = script("""
            local now, allowed, times = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4])
            local known = redis.call('HMGET', KEYS[1], 'minute', 'count', 'level', 'ends', 'free')
            local minute = math.floor(now / 60000)
            local count = tonumber(known[1] or '-1') == minute and tonumber(known[2]) or 0
            local level, ends, free = tonumber(known[3] or '0'), tonumber(known[4] or '0'), tonumber(known[5] or '0')
            local used = 0
            if ends > 0 then
              local needed = math.min(tonumber(ARGV[9]) * 2 ^ (level - 1), tonumber(ARGV[10]))
              if tonumber(ARGV[8]) >= needed and redis.call('SET', KEYS[3], '1', 'NX', 'PX', ARGV[11]) then used = 1 end
              if used == 0 and now < ends then return {level, ends - now, 0} end
              ends, count, free = 0, 0, tonumber(ARGV[7]) + times
            end
            local wait = 0
            if free >= times then
              free = free - times
            else
              count = count + times
              local lapsed = math.min(tonumber(redis.call('GET', KEYS[2]) or '0') * tonumber(ARGV[3]), allowed / 2)
              if count + lapsed > allowed then
                level = level + 1
                wait = math.min(tonumber(ARGV[5]) * 2 ^ (level - 1), tonumber(ARGV[6]))
                ends, count, free = now + wait, 0, 0
              end
            end
            redis.call('HSET', KEYS[1], 'minute', string.format('%.0f', minute), 'count', count, 'level', level,
              'ends', string.format('%.0f', ends), 'free', free)
            redis.call('PEXPIRE', KEYS[1], ARGV[12])
            return {level, wait, used}
            """);

    private static final RedisScript<Long> LAPSE = RedisScript.of(
            "local n = redis.call('INCR', KEYS[1]) redis.call('PEXPIRE', KEYS[1], ARGV[1]) return n", Long.class);

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker breaker;
    private final BotSettings settings;
    private final String prefix;

    /** @param prefix of the service's keys */
    BotStates(StringRedisTemplate redis, RedisCircuitBreaker breaker, BotSettings settings, String prefix) {
        this.redis = redis;
        this.breaker = breaker;
        this.settings = settings;
        this.prefix = prefix;
    }

    /** Counts so many requests, which end with this one; empty when Redis does not answer. */
    Optional<Standing> count(long fanId, int allowed, int times, WorkChallenges.@Nullable Solved work, long now) {
        return breaker.call(() -> redis.execute(
                        COUNT,
                        List.of(key(fanId), lapsedKey(fanId), key(fanId) + ":" + (work == null ? "" : work.id())),
                        text(now),
                        text(allowed),
                        text(settings.lapseWeight()),
                        text(times),
                        text(settings.firstWait().toMillis()),
                        text(settings.longestWait().toMillis()),
                        text(settings.freeAfter()),
                        text(work == null ? 0 : work.work()),
                        text(settings.work()),
                        text(settings.mostWork()),
                        text(settings.life().plusSeconds(5).toMillis()),
                        text(REMEMBERED.toMillis())))
                .map(found -> new Standing(found.get(0).intValue(), found.get(1), found.get(2) == 1));
    }

    void countLapse(long fanId) {
        breaker.run(() -> redis.execute(LAPSE, List.of(lapsedKey(fanId)), text(REMEMBERED.toMillis())));
    }

    void forgiveLapses(long fanId) {
        breaker.run(() -> redis.delete(lapsedKey(fanId)));
    }

    /** In braces: all keys of an account are on one node of a cluster. */
    private String key(long fanId) {
        return prefix + ":bots:{" + fanId + "}";
    }

    private String lapsedKey(long fanId) {
        return key(fanId) + ":lapsed";
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    @SuppressWarnings("unchecked")
    private static RedisScript<List<Long>> script(String lua) {
        return RedisScript.of(lua, (Class<List<Long>>) (Class<?>) List.class);
    }
}

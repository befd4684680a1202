package podo.inventory.hold.strategy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.contracts.inventory.SeatIds;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.hold.HoldRequest;
import podo.inventory.hold.SeatsTaken;
import podo.inventory.hold.TakenSeat;
import podo.inventory.seat.SeatChangePublisher;
import podo.starter.redis.RedisCircuitBreaker;

/**
 * Marks all requested seats in Redis or none, by one script, so that fans whose seats are marked already are turned away
 * without a query to the database. Concurrent requests share one call. A mark made here lasts 3 s, for the time until the
 * commit; afterwards {@link SeatChangePublisher} replaces it by a mark that lasts as long as the hold. Fans who were let
 * through within the last 15 minutes skip the marks, because only the judge knows how many seats they have.
 */
@Component
public class ScriptDoorman implements Doorman {

    private static final Duration MARK_LIFE = Duration.ofSeconds(3);
    private static final Duration KNOWN_FAN_LIFE = Duration.ofMinutes(15);
    /** Half a millisecond, by which {@link SeatChangePublisher} tells a mark learned from the judge from a hold's own mark. */
    private static final String LEARNED_SUFFIX = ".5";

    private static final int MAX_BATCH = 32;
    private static final Duration STUCK_AFTER = Duration.ofMillis(100);

    /**
     * Handles several fans one after the other. KEYS: the marks, then one key per fan. ARGV: now, life of the marks, life of a
     * fan's key, then for each fan the mark to set, the number of seats and their seqs. Returns one string per fan, see
     * {@link MarkResult#parse}.
     */
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> MARK = RedisScript.of("""
            local answers, at = {}, 4
            for fan = 2, #KEYS do
              local crossing, seqs = ARGV[at], {}
              for i = at + 2, at + 1 + ARGV[at + 1] do seqs[#seqs + 1] = ARGV[i] end
              at = at + 2 + #seqs
              local lost = {}
              if redis.call('EXISTS', KEYS[fan]) == 1 then lost = {'0'}
              else
                for i, mark in ipairs(redis.call('HMGET', KEYS[1], unpack(seqs))) do
                  if mark and tonumber(mark) > tonumber(ARGV[1]) then lost[#lost + 1] = seqs[i] end
                end
                if #lost == 0 then
                  for _, seq in ipairs(seqs) do redis.call('HSET', KEYS[1], seq, crossing) end
                  redis.call('SET', KEYS[fan], '1', 'PX', ARGV[3])
                end
              end
              answers[#answers + 1] = table.concat(lost, ',')
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[2], 'NX')
            return answers
            """, List.class);

    /**
     * Removes the marks that {@link #MARK} set, and marks the seats that the judge found taken: for {@link #MARK_LIFE} only, as
     * such a seat may have been freed since the judge looked, and never over a mark that lasts longer.
     */
    private static final RedisScript<Long> UNMARK = RedisScript.of("""
            for i = 4, tonumber(ARGV[3]) do
              if redis.call('HGET', KEYS[1], ARGV[i]) == ARGV[1] then redis.call('HDEL', KEYS[1], ARGV[i]) end
            end
            for i = tonumber(ARGV[3]) + 1, #ARGV, 2 do
              local mark = tonumber(redis.call('HGET', KEYS[1], ARGV[i]) or '0')
              if mark < tonumber(ARGV[i + 1]) then redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end
            end
            redis.call('PEXPIRE', KEYS[1], ARGV[2], 'NX')
            return 0
            """, Long.class);

    /**
     * {@link #MARK}'s answer for one fan.
     *
     * @param known the fan was let through recently, so nothing was marked
     * @param takenSeqs the seats that are marked already; when there are none and the fan is not known, the fan's were marked
     */
    private record MarkResult(boolean known, List<Integer> takenSeqs) {

        boolean isMarked() {
            return !known && takenSeqs.isEmpty();
        }

        /** {@code 0} for a known fan, else the taken seqs joined by commas. */
        static MarkResult parse(String answer) {
            if (answer.equals("0")) {
                return new MarkResult(true, List.of());
            }
            return new MarkResult(
                    false,
                    answer.isEmpty()
                            ? List.of()
                            : Stream.of(answer.split(",")).map(Integer::valueOf).toList());
        }
    }

    /** @param result empty when Redis does not answer */
    private record Item(HoldRequest request, String mark, CompletableFuture<Optional<MarkResult>> result) {}

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker redisBreaker;
    private final Clock clock;
    private final Cache<Long, RequestBatcher<Item>> batchersByEvent =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    ScriptDoorman(StringRedisTemplate redis, RedisCircuitBreaker redisBreaker, Clock clock) {
        this.redis = redis;
        this.redisBreaker = redisBreaker;
        this.clock = clock;
    }

    @Override
    public <T> T admit(HoldRequest request, Function<Boolean, T> commit) {
        String mark = Long.toString(clock.millis() + MARK_LIFE.toMillis());
        Optional<MarkResult> result = markSeats(request, mark);
        List<Long> taken = result.map(MarkResult::takenSeqs).orElse(List.of()).stream()
                .map(seq -> SeatIds.of(request.eventId(), seq))
                .toList();
        if (!taken.isEmpty()) {
            throw SeatsTaken.asMarked(taken);
        }
        boolean withRivals = !result.map(MarkResult::isMarked).orElse(false);
        try {
            return commit.apply(withRivals);
        } catch (SeatsTaken e) {
            unmark(request, mark, e.taken());
            throw e;
        } catch (RuntimeException e) {
            unmark(request, mark, List.of());
            throw e;
        }
    }

    private Optional<MarkResult> markSeats(HoldRequest request, String mark) {
        Item item = new Item(request, mark, new CompletableFuture<>());
        return batchersByEvent
                .get(
                        request.eventId(),
                        eventId -> new RequestBatcher<>(MAX_BATCH, STUCK_AFTER, items -> markBatch(eventId, items)))
                .submit(item, item.result());
    }

    /** Without an answer from Redis the judge decides alone. */
    private void markBatch(long eventId, List<Item> items) {
        Optional<List<MarkResult>> results = Optional.empty();
        try {
            results = redisBreaker.call(() -> runMarkScript(eventId, items));
        } finally {
            for (int i = 0; i < items.size(); i++) {
                int place = i;
                items.get(i).result().complete(results.map(all -> all.get(place)));
            }
        }
    }

    private List<MarkResult> runMarkScript(long eventId, List<Item> items) {
        List<String> keys = new ArrayList<>();
        keys.add(SeatChangePublisher.marksKey(eventId));
        List<String> args = new ArrayList<>();
        args.add(Long.toString(clock.millis()));
        args.add(Long.toString(SeatChangePublisher.MARKS_LIFE.toMillis()));
        args.add(Long.toString(KNOWN_FAN_LIFE.toMillis()));
        for (Item item : items) {
            List<String> seqs = seqs(item.request());
            keys.add("inv:{" + eventId + "}:fan:" + item.request().fanId());
            args.add(item.mark());
            args.add(Integer.toString(seqs.size()));
            args.addAll(seqs);
        }
        List<?> answers = redis.execute(MARK, keys, args.toArray());
        if (answers == null || answers.size() != items.size()) {
            throw new IllegalStateException("the script answered " + answers + " to " + items.size() + " fans");
        }
        return answers.stream().map(answer -> MarkResult.parse((String) answer)).toList();
    }

    private void unmark(HoldRequest request, String mark, List<TakenSeat> taken) {
        List<String> seqs = seqs(request);
        List<String> args = new ArrayList<>();
        args.add(mark);
        args.add(Long.toString(SeatChangePublisher.MARKS_LIFE.toMillis()));
        args.add(Integer.toString(3 + seqs.size()));
        args.addAll(seqs);
        long latest = clock.millis() + MARK_LIFE.toMillis();
        for (TakenSeat seat : taken) {
            args.add(Integer.toString(SeatIds.seq(seat.id())));
            args.add(Math.min(seat.until().toEpochMilli(), latest) + LEARNED_SUFFIX);
        }
        redisBreaker.call(
                () -> redis.execute(UNMARK, List.of(SeatChangePublisher.marksKey(request.eventId())), args.toArray()));
    }

    private static List<String> seqs(HoldRequest request) {
        return request.seatIds().stream()
                .map(id -> Integer.toString(SeatIds.seq(id)))
                .toList();
    }
}

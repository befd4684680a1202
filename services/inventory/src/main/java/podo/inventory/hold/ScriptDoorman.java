package podo.inventory.hold;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.inventory.batch.RequestBatcher;
import podo.inventory.redis.RedisCircuitBreaker;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatChangePublisher;

/**
 * One script looks at the marks of all seats and takes all or none, so that a crowd before a few seats is turned away
 * without a word to the database; fans who ask at the same moment share one call. A mark made here lasts only for the
 * crossing to the judge; after the commit {@link SeatChangePublisher} lets it last as long as the hold. Fans who came through before
 * go to the judge at once, who alone knows how many seats they have.
 */
@Component
class ScriptDoorman implements Doorman {

    private static final Duration CROSSING = Duration.ofSeconds(3);
    private static final Duration ACQUAINTED = Duration.ofMinutes(15);
    /** Half a millisecond, by which {@link SeatChangePublisher} knows a mark that was learned from one that an owner made. */
    private static final String LEARNED = ".5";

    private static final int TOGETHER = 32;
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final String ACQUAINTANCE = "0";

    /**
     * Of several fans, one after the other: the seqs that are taken, in one string; nothing when the seats are marked now;
     * {@code 0} for an acquainted fan.
     */
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TAKE = RedisScript.of("""
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
     * Takes back the marks of a crossing, and notes what the judge knew better: only for as long as a crossing lasts, as the
     * seat may have been freed since the judge looked, and never over a mark that lasts longer.
     */
    private static final RedisScript<Long> LEARN = RedisScript.of("""
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

    /** @param lost the seqs of seats that are taken; empty when Redis is away */
    private record Asking(HoldRequest wish, String crossing, CompletableFuture<Optional<List<String>>> lost) {}

    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker doorbell;
    private final Clock clock;
    private final Cache<Long, RequestBatcher<Asking>> crowds =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(10)).build();

    ScriptDoorman(StringRedisTemplate redis, RedisCircuitBreaker doorbell, Clock clock) {
        this.redis = redis;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public <T> T admit(HoldRequest wish, Function<Boolean, T> judged) {
        String crossing = Long.toString(clock.millis() + CROSSING.toMillis());
        Asking asking = new Asking(wish, crossing, new CompletableFuture<>());
        Optional<List<String>> lost = crowds.get(
                        wish.eventId(), event -> new RequestBatcher<>(TOGETHER, PATIENCE, some -> take(event, some)))
                .carry(asking, asking.lost());
        boolean marked = lost.isPresent() && lost.get().isEmpty();
        List<Long> taken = lost.stream()
                .flatMap(List::stream)
                .filter(seq -> !seq.equals(ACQUAINTANCE))
                .map(seq -> Seat.id(wish.eventId(), Integer.parseInt(seq)))
                .toList();
        if (!taken.isEmpty()) {
            throw SeatsTaken.asMarked(taken);
        }
        try {
            return judged.apply(!marked);
        } catch (SeatsTaken e) {
            learn(wish, crossing, e.taken());
            throw e;
        } catch (RuntimeException e) {
            learn(wish, crossing, List.of());
            throw e;
        }
    }

    /** One call for all who ask at the same moment; without an answer the judge decides alone. */
    private void take(long eventId, List<Asking> crowd) {
        Optional<List<String>> answers = doorbell.ask(() -> ask(eventId, crowd));
        for (int i = 0; i < crowd.size(); i++) {
            int place = i;
            crowd.get(i).lost().complete(answers.map(all -> seqs(all.get(place))));
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> ask(long eventId, List<Asking> crowd) {
        List<String> keys = new ArrayList<>();
        keys.add(SeatChangePublisher.marks(eventId));
        List<String> args = new ArrayList<>();
        args.add(Long.toString(clock.millis()));
        args.add(Long.toString(SeatChangePublisher.MARKS_LIVE.toMillis()));
        args.add(Long.toString(ACQUAINTED.toMillis()));
        for (Asking asking : crowd) {
            List<String> seqs = seqs(asking.wish());
            keys.add("inv:{" + eventId + "}:fan:" + asking.wish().fanId());
            args.add(asking.crossing());
            args.add(Integer.toString(seqs.size()));
            args.addAll(seqs);
        }
        return redis.execute(TAKE, keys, args.toArray());
    }

    private void learn(HoldRequest wish, String crossing, List<TakenSeat> taken) {
        List<String> seqs = seqs(wish);
        List<String> args = new ArrayList<>();
        args.add(crossing);
        args.add(Long.toString(SeatChangePublisher.MARKS_LIVE.toMillis()));
        args.add(Integer.toString(3 + seqs.size()));
        args.addAll(seqs);
        long soon = clock.millis() + CROSSING.toMillis();
        for (TakenSeat seat : taken) {
            args.add(Integer.toString(Seat.seq(seat.id())));
            args.add(Math.min(seat.until().toEpochMilli(), soon) + LEARNED);
        }
        doorbell.ask(() -> redis.execute(LEARN, List.of(SeatChangePublisher.marks(wish.eventId())), args.toArray()));
    }

    private static List<String> seqs(String answer) {
        return answer.isEmpty() ? List.of() : List.of(answer.split(","));
    }

    private static List<String> seqs(HoldRequest wish) {
        return wish.seatIds().stream().map(id -> Integer.toString(Seat.seq(id))).toList();
    }
}

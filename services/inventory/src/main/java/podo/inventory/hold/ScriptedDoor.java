package podo.inventory.hold;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import podo.inventory.redis.Doorbell;
import podo.inventory.seat.Seat;
import podo.inventory.seat.SeatNews;

/**
 * One script looks at the marks of all seats and takes all or none, so that a crowd before a few seats is turned away
 * without a word to the database. A mark made here lasts only for the crossing to the judge; after the commit
 * {@link SeatNews} lets it last as long as the hold. Fans who came through before go to the judge at once, who alone
 * knows how many seats they have.
 */
@Component
class ScriptedDoor implements Doorman {

    private static final Duration CROSSING = Duration.ofSeconds(3);
    private static final Duration ACQUAINTED = Duration.ofMinutes(15);
    /** Half a millisecond, by which {@link SeatNews} knows a mark that was learned from one that an owner made. */
    private static final String LEARNED = ".5";

    /** Answers nothing when the seats are marked now, else the seqs that are taken; {@code 0} for an acquainted fan. */
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> TAKE = RedisScript.of("""
            if redis.call('EXISTS', KEYS[2]) == 1 then return {'0'} end
            local seqs = {}
            for i = 5, #ARGV do seqs[#seqs + 1] = ARGV[i] end
            local marks = redis.call('HMGET', KEYS[1], unpack(seqs))
            local lost = {}
            for i, mark in ipairs(marks) do
              if mark and tonumber(mark) > tonumber(ARGV[1]) then lost[#lost + 1] = seqs[i] end
            end
            if #lost > 0 then return lost end
            for _, seq in ipairs(seqs) do redis.call('HSET', KEYS[1], seq, ARGV[2]) end
            redis.call('PEXPIRE', KEYS[1], ARGV[3], 'NX')
            redis.call('SET', KEYS[2], '1', 'PX', ARGV[4])
            return {}
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

    private final StringRedisTemplate redis;
    private final Doorbell doorbell;
    private final Clock clock;

    ScriptedDoor(StringRedisTemplate redis, Doorbell doorbell, Clock clock) {
        this.redis = redis;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    @Override
    public <T> T admit(Wish wish, Function<Boolean, T> judged) {
        long now = clock.millis();
        String crossing = Long.toString(now + CROSSING.toMillis());
        Optional<List<String>> lost = doorbell.ask(() -> take(wish, now, crossing));
        boolean marked = lost.isPresent() && lost.get().isEmpty();
        List<Long> taken = lost.stream()
                .flatMap(List::stream)
                .filter(seq -> !seq.equals("0"))
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

    @SuppressWarnings("unchecked")
    private List<String> take(Wish wish, long now, String crossing) {
        List<String> args = new ArrayList<>();
        args.add(Long.toString(now));
        args.add(crossing);
        args.add(Long.toString(SeatNews.MARKS_LIVE.toMillis()));
        args.add(Long.toString(ACQUAINTED.toMillis()));
        args.addAll(seqs(wish));
        return redis.execute(TAKE, keys(wish), args.toArray());
    }

    private void learn(Wish wish, String crossing, List<TakenSeat> taken) {
        List<String> seqs = seqs(wish);
        List<String> args = new ArrayList<>();
        args.add(crossing);
        args.add(Long.toString(SeatNews.MARKS_LIVE.toMillis()));
        args.add(Integer.toString(3 + seqs.size()));
        args.addAll(seqs);
        long soon = clock.millis() + CROSSING.toMillis();
        for (TakenSeat seat : taken) {
            args.add(Integer.toString(Seat.seq(seat.id())));
            args.add(Math.min(seat.until().toEpochMilli(), soon) + LEARNED);
        }
        doorbell.ask(() -> redis.execute(LEARN, List.of(SeatNews.marks(wish.eventId())), args.toArray()));
    }

    private static List<String> keys(Wish wish) {
        return List.of(SeatNews.marks(wish.eventId()), "inv:{" + wish.eventId() + "}:fan:" + wish.fanId());
    }

    private static List<String> seqs(Wish wish) {
        return wish.seatIds().stream().map(id -> Integer.toString(Seat.seq(id))).toList();
    }
}

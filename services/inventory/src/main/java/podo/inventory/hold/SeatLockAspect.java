package podo.inventory.hold;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.stereotype.Component;
import podo.inventory.redis.RedisCircuitBreaker;

/** Takes the locks that {@link SeatLock} asks for. Ordered before the transaction advice, which therefore lies within. */
@Aspect
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SeatLockAspect {

    private final SpelExpressionParser expressions = new SpelExpressionParser();
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final ObjectProvider<RedissonClient> redisson;
    private final StringRedisTemplate redis;
    private final RedisCircuitBreaker doorbell;
    private final HoldSettings settings;

    SeatLockAspect(
            ObjectProvider<RedissonClient> redisson,
            StringRedisTemplate redis,
            RedisCircuitBreaker doorbell,
            HoldSettings settings) {
        this.redisson = redisson;
        this.redis = redis;
        this.doorbell = doorbell;
        this.settings = settings;
    }

    @Around("@annotation(seatLock)")
    Object locked(ProceedingJoinPoint call, SeatLock seatLock) throws Throwable {
        List<Long> seatIds = seatIds(call, seatLock);
        Optional<RLock> lock = doorbell.ask(() -> multiLock(redisson.getObject(), seatIds));
        Optional<Boolean> got = lock.flatMap(all -> doorbell.ask(() -> tryLock(all)));
        if (got.isPresent() && !got.get()) {
            if (redisIsThere()) {
                throw SeatsTaken.byRivals(seatIds);
            }
            got = Optional.empty();
        }
        try {
            return call.proceed();
        } finally {
            if (got.isPresent()) {
                doorbell.tell(() -> unlock(lock.orElseThrow()));
            }
        }
    }

    /** A lock of several says "not got" also when nobody answered it. */
    private boolean redisIsThere() {
        return doorbell.ask(() -> redis.hasKey("inv:seat")).isPresent();
    }

    private boolean tryLock(RLock lock) {
        try {
            return lock.tryLock(
                    settings.lockWait().toMillis(), settings.lockLease().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void unlock(RLock lock) {
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            // the lease ran out while this thread was held up; the judge did not rely on it
        }
    }

    /** Sorted, so that overlapping sets of seats are locked in one order. */
    private static RLock multiLock(RedissonClient redisson, List<Long> seatIds) {
        RLock[] locks = seatIds.stream()
                .sorted()
                .map(id -> redisson.getLock("inv:seat:" + id))
                .toArray(RLock[]::new);
        return locks.length == 1 ? locks[0] : redisson.getMultiLock(locks);
    }

    @SuppressWarnings("unchecked")
    private List<Long> seatIds(ProceedingJoinPoint call, SeatLock seatLock) {
        var method = ((MethodSignature) call.getSignature()).getMethod();
        var context = new MethodBasedEvaluationContext(call.getTarget(), method, call.getArgs(), names);
        Object value = expressions.parseExpression(seatLock.value()).getValue(context);
        return value instanceof Collection<?> ids ? List.copyOf((Collection<Long>) ids) : List.of();
    }
}

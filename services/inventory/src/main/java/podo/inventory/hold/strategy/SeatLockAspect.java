package podo.inventory.hold.strategy;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.reflect.MethodSignature;
import org.redisson.api.RedissonClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.expression.MethodBasedEvaluationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.RedisConnectionFailureException;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.stereotype.Component;
import podo.inventory.hold.HoldSettings;
import podo.inventory.hold.SeatsTaken;
import podo.starter.redis.RedisCircuitBreaker;
import podo.starter.redis.RedissonMultiLock;
import podo.starter.redis.RedissonMultiLock.Result;

/** Acquires the locks of {@link SeatLock}. Ordered before the transaction advice, so that the transaction is inside the locks. */
@Aspect
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class SeatLockAspect {

    private final SpelExpressionParser expressions = new SpelExpressionParser();
    private final DefaultParameterNameDiscoverer names = new DefaultParameterNameDiscoverer();
    private final ObjectProvider<RedissonClient> redisson;
    private final RedisCircuitBreaker redisBreaker;
    private final HoldSettings settings;

    SeatLockAspect(ObjectProvider<RedissonClient> redisson, RedisCircuitBreaker redisBreaker, HoldSettings settings) {
        this.redisson = redisson;
        this.redisBreaker = redisBreaker;
        this.settings = settings;
    }

    @Around("@annotation(seatLock)")
    Object runLocked(ProceedingJoinPoint call, SeatLock seatLock) throws Throwable {
        List<Long> seatIds = seatIds(call, seatLock);
        Optional<Attempt> attempt = redisBreaker.call(() -> acquire(seatIds));
        if (attempt.isPresent() && attempt.get().result() == Result.BUSY) {
            throw SeatsTaken.byRivals(seatIds);
        }
        try {
            return call.proceed();
        } finally {
            attempt.ifPresent(acquired -> redisBreaker.run(acquired.lock()::release));
        }
    }

    private record Attempt(RedissonMultiLock lock, Result result) {}

    /** Throws when Redis does not answer, so that the circuit breaker opens. */
    private Attempt acquire(List<Long> seatIds) {
        RedissonMultiLock lock = new RedissonMultiLock(
                redisson.getObject(),
                seatIds.stream().map(id -> "inv:seat:" + id).toList());
        Result result = lock.acquire(settings.lockWait(), settings.lockLease());
        if (result == Result.UNAVAILABLE) {
            throw new RedisConnectionFailureException("no answer to a seat lock");
        }
        return new Attempt(lock, result);
    }

    @SuppressWarnings("unchecked")
    private List<Long> seatIds(ProceedingJoinPoint call, SeatLock seatLock) {
        var method = ((MethodSignature) call.getSignature()).getMethod();
        var context = new MethodBasedEvaluationContext(call.getTarget(), method, call.getArgs(), names);
        Object value = expressions.parseExpression(seatLock.value()).getValue(context);
        return value instanceof Collection<?> ids ? List.copyOf((Collection<Long>) ids) : List.of();
    }
}

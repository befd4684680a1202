package podo.starter.redis;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisException;

/**
 * One lock over several names, all or none. The names are sorted, so that overlapping sets are always locked in one order.
 * Redisson is an optional dependency of this module: only services that have it may use this class.
 */
public final class RedissonMultiLock {

    /** What became of an attempt to lock. */
    public enum Result {
        ACQUIRED,
        /** Another holder kept one of the names for the whole wait, or this thread was interrupted. */
        BUSY,
        /** Redis did not answer; nothing is locked. */
        UNAVAILABLE
    }

    private final RedissonClient redisson;
    private final RLock lock;
    private final String firstName;

    public RedissonMultiLock(RedissonClient redisson, Collection<String> names) {
        RLock[] locks = names.stream().sorted().map(redisson::getLock).toArray(RLock[]::new);
        this.redisson = redisson;
        this.lock = locks.length == 1 ? locks[0] : redisson.getMultiLock(locks);
        this.firstName = locks[0].getName();
    }

    /**
     * Locks all names for this thread.
     *
     * @param wait how long to wait for another holder
     * @param lease after this time the lock is lost without {@link #release}
     */
    public Result acquire(Duration wait, Duration lease) {
        try {
            if (lock.tryLock(wait.toMillis(), lease.toMillis(), TimeUnit.MILLISECONDS)) {
                return Result.ACQUIRED;
            }
            // a multi lock also answers false when Redis does not answer
            redisson.getKeys().countExists(firstName);
            return Result.BUSY;
        } catch (RedisException e) {
            return Result.UNAVAILABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Result.BUSY;
        }
    }

    /** Unlocks; a lease that has run out is no error. Throws {@link RedisException} when Redis does not answer. */
    public void release() {
        try {
            lock.unlock();
        } catch (IllegalMonitorStateException e) {
            // the lease ran out; whoever uses the lock does not rely on it
        }
    }
}

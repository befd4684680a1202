package podo.user.account;

import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import podo.starter.problem.Unavailable;

/**
 * Hashes passwords on a few threads of its own. Hashing is nothing but CPU: on virtual threads a storm of log-ins would
 * hold every carrier, and nobody else's request would move.
 */
@Component
class Passwords {

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor bench;
    private final PasswordSettings settings;
    private final String nobodys;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
        this.encoder = new DelegatingPasswordEncoder(
                "bcrypt-sha256",
                Map.of(
                        "bcrypt-sha256", new PrehashedBcrypt(settings.strength()),
                        "bcrypt", new BCryptPasswordEncoder(settings.strength())));
        int threads = settings.threadsOf(Runtime.getRuntime().availableProcessors());
        this.bench = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        this.nobodys = hash(UUID.randomUUID().toString());
    }

    String hash(String password) {
        return onBench(() -> String.valueOf(encoder.encode(password)));
    }

    /** Takes as long for an account that does not exist ({@code hash} is null) as for one that does. */
    boolean matches(String password, @Nullable String hash) {
        return onBench(() -> encoder.matches(password, hash == null ? nobodys : hash)) && hash != null;
    }

    /** The hash was made with another cost or an older way. */
    boolean isOld(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    private <T> T onBench(Callable<T> work) {
        Future<T> seat;
        try {
            seat = bench.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Unavailable();
        }
        try {
            return seat.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            seat.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable();
        } catch (TimeoutException e) {
            seat.cancel(true);
            throw new Unavailable();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void close() {
        bench.shutdownNow();
    }
}

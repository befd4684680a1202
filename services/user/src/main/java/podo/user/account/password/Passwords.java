package podo.user.account.password;

import jakarta.annotation.PreDestroy;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
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
 * Hashes passwords on a small pool of platform threads. Hashing is pure CPU work: on virtual threads many concurrent
 * log-ins would occupy every carrier thread and block all other requests. Throws {@link Unavailable} when the queue is full
 * or the wait exceeds the {@code patience}.
 */
@Component
public class Passwords {

    /** OUTDATED is right too, but its hash has another cost, an older format, or is of another spelling. */
    public enum Check {
        RIGHT,
        OUTDATED,
        WRONG
    }

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor pool;
    private final PasswordSettings settings;
    private final String dummyHash;

    Passwords(PasswordSettings settings) {
        this.settings = settings;
        this.encoder = new DelegatingPasswordEncoder(
                "bcrypt-sha256",
                Map.of(
                        "bcrypt-sha256", new PrehashedBcrypt(settings.strength()),
                        "bcrypt", new BCryptPasswordEncoder(settings.strength())));
        int threads = settings.threadsOf(Runtime.getRuntime().availableProcessors());
        this.pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().name("passwords-", 0).daemon().factory());
        this.dummyHash = hash(UUID.randomUUID().toString());
    }

    /** Hashes the composed form (NFC), because one keyboard sends a letter and its mark as one character, another as two. */
    public String hash(String password) {
        return runInPool(() -> String.valueOf(encoder.encode(nfc(password))));
    }

    /**
     * Checks the composed form, then the password as it was typed and decomposed: hashes from before may be of those.
     *
     * @param hash null for an unknown account; checking it takes as long as checking a known one
     */
    public Check check(String password, @Nullable String hash) {
        String known = hash == null ? dummyHash : hash;
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(nfc(password));
        spellings.add(password);
        spellings.add(Normalizer.normalize(password, Normalizer.Form.NFD));
        for (String spelling : spellings) {
            if (runInPool(() -> encoder.matches(spelling, known)) && hash != null) {
                boolean current = spelling.equals(nfc(password)) && !encoder.upgradeEncoding(known);
                return current ? Check.RIGHT : Check.OUTDATED;
            }
        }
        return Check.WRONG;
    }

    private static String nfc(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T runInPool(Callable<T> work) {
        Future<T> future;
        try {
            future = pool.submit(work);
        } catch (RejectedExecutionException e) {
            throw new Unavailable();
        }
        try {
            return future.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unavailable();
        } catch (TimeoutException e) {
            future.cancel(true);
            throw new Unavailable();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }
}

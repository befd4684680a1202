package podo.stack.junit;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tokens of the callers in tests, each signed once in ten minutes. The first compiler, with which tests run, takes some 20 ms for a signature
 * with RSA, and a test that polls signed a hundred.
 */
public final class SignedTokens {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Map<Object, Signed> TOKENS = new ConcurrentHashMap<>();

    private record Signed(String token, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < KEPT.toNanos();
        }
    }

    private SignedTokens() {}

    /** @param caller everything that the token says but its times @param sign a token that is valid for a quarter of an hour or longer */
    public static String of(Object caller, Supplier<String> sign) {
        return TOKENS.compute(
                        caller,
                        (key, kept) ->
                                kept != null && kept.isFresh() ? kept : new Signed(sign.get(), System.nanoTime()))
                .token();
    }
}

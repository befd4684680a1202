package podo.user.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of an account, as its owner sees it.
 *
 * @param name the owner's
 * @param lastUsedAt null until somebody logs in with it
 */
public record Passkey(
        long id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}

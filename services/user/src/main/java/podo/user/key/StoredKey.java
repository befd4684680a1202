package podo.user.key;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import podo.starter.key.ApiScope;

/**
 * A key as its team sees it.
 *
 * @param start the first characters of its text
 * @param madeBy an account
 * @param lastUsedAt to the minute
 */
record StoredKey(
        long id,
        String name,
        String start,
        Set<ApiScope> scopes,
        long madeBy,
        Instant madeAt,
        Instant endsAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}

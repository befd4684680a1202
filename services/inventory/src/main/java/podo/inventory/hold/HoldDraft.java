package podo.inventory.hold;

import org.jspecify.annotations.Nullable;

/**
 * A hold that is not committed yet.
 *
 * @param requestHash hash of the request's idempotency key and seats, null without a key
 */
public record HoldDraft(Hold hold, @Nullable String requestHash) {}

package podo.inventory.hold;

import org.jspecify.annotations.Nullable;

/**
 * A hold that is asked for.
 *
 * @param requestKey names the request together with what it asks for, so that a repetition is the same hold; null when it
 *     was not named
 */
record HoldDraft(Hold hold, @Nullable String requestKey) {}

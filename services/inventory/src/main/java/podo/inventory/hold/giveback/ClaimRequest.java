package podo.inventory.hold.giveback;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import podo.starter.input.OpaqueId;

/** The seat is to be held for this fan. */
record ClaimRequest(
        @OpaqueId String holdId, long fanId, @NotNull Instant until) {}

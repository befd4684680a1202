package podo.reservation.booking.kind;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A kind of ticket that can be chosen instead of the usual one.
 *
 * @param price whole won
 * @param proof what its holder brings to the door; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfferedKind(String name, long price, @Nullable String proof) {}

package podo.event.show.terms;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import podo.contracts.event.EventKind;

/**
 * What a fan wants to know before buying; no other service needs it.
 *
 * @param runningMinutes intervals included; null when the organiser does not say
 * @param minimumAge in years; 0 means all ages, null that the organiser does not say
 * @param doorsAt when people are let in; null that the organiser does not say
 * @param notes what to know before coming; null without any
 */
@Embeddable
public record Facts(
        @Enumerated(EnumType.STRING) EventKind kind,
        @Nullable Integer runningMinutes,
        @Nullable Integer minimumAge,
        @Nullable Instant doorsAt,
        @Nullable String notes) {}

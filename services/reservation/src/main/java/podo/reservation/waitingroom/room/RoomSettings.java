package podo.reservation.waitingroom.room;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lines move.
 *
 * @param tick interval of admission
 * @param quietTick interval at which an idle room is ticked
 * @param offer how long an offer to enter lasts
 * @param pass how long a pass lasts: 5 minutes to choose and 10 to pay
 * @param extension what one extension adds to a pass
 * @param silenceInLine a fan without a heartbeat for this long is skipped and keeps the number
 * @param silenceInLobby the same for the time before the draw; such a fan is drawn and then skipped
 * @param silenceInside a slot without a heartbeat, hold or payment for this long is freed
 * @param rebuildGrace how long nobody is admitted after a loss of data, so that fans ahead can come back first
 * @param sellableFactor fans inside per seat that can still be sold
 * @param neverBelow fans inside that are always allowed while a seat is left
 * @param joinsPerMinute joins per account and minute, over all events
 * @param seatsKnownFor how long the last answer of the inventory about seats is used; then nobody is admitted until the next one
 */
@ConfigurationProperties("podo.room")
public record RoomSettings(
        @DefaultValue("1s") Duration tick,
        @DefaultValue("5s") Duration quietTick,
        @DefaultValue("60s") Duration offer,
        @DefaultValue("15m") Duration pass,
        @DefaultValue("5m") Duration extension,
        @DefaultValue("5m") Duration silenceInLine,
        @DefaultValue("5m") Duration silenceInLobby,
        @DefaultValue("60s") Duration silenceInside,
        @DefaultValue("60s") Duration rebuildGrace,
        @DefaultValue("2.0") double sellableFactor,
        @DefaultValue("200") int neverBelow,
        @DefaultValue("60") int joinsPerMinute,
        @DefaultValue("15s") Duration seatsKnownFor) {

    /** Fans who may be inside while this many seats can still be sold. */
    public long allowedInside(long sellable) {
        return Math.max(neverBelow, (long) Math.ceil(sellable * sellableFactor));
    }
}

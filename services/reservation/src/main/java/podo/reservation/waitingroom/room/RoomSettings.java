package podo.reservation.waitingroom.room;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the line moves.
 *
 * @param tick how often fans are admitted
 * @param quietTick how often a room is looked after in which nobody stands
 * @param offer how long an offer to enter stands
 * @param pass how long a pass lasts: five minutes to choose and ten to pay
 * @param extension what one extension adds
 * @param silenceInLine after this long without a sign of life a fan is skipped, not lost
 * @param silenceInLobby after this long without a sign of life before the draw a fan is drawn all the same, and skipped
 * @param silenceInside after this long without a sign of life, a hold or a payment the slot is freed
 * @param rebuildGrace how long nobody is let in after a loss of data, so that those ahead can come back first
 * @param sellableFactor how many fans may be inside per seat that can still be sold
 * @param neverBelow but so many always, while there is a seat: the last ten seats are not for twenty fans alone
 * @param joinsPerMinute how often one account may ask to join, over all events
 * @param seatsKnownFor how long the inventory's last word on what is left is believed; after that nobody is let in until the next
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

    /** How many fans may be inside for so many seats that can still be sold. */
    public long insideFor(long sellable) {
        return Math.max(neverBelow, (long) Math.ceil(sellable * sellableFactor));
    }
}

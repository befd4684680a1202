package podo.reservation.waitingroom.line;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import podo.reservation.waitingroom.receipt.PlaceReceipt;
import podo.reservation.waitingroom.receipt.RecoveryReceipts;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.room.Rooms;
import podo.reservation.waitingroom.script.FanStanding;
import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.script.PassHeartbeat;
import podo.reservation.waitingroom.script.SlotCheck;
import podo.starter.security.EntryPass;

/** What a fan does in the line of an event. A fan has one place per event, on whatever device. */
@Service
public class Line {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final LineScripts scripts;
    private final Rooms rooms;
    private final LineStateRecovery recovery;
    private final PlaceMapper places;
    private final RecoveryReceipts receipts;
    private final Refusals refusals;
    private final RoomSettings settings;

    Line(
            LineScripts scripts,
            Rooms rooms,
            LineStateRecovery recovery,
            PlaceMapper places,
            RecoveryReceipts receipts,
            Refusals refusals,
            RoomSettings settings) {
        this.scripts = scripts;
        this.rooms = rooms;
        this.recovery = recovery;
        this.places = places;
        this.receipts = receipts;
        this.refusals = refusals;
        this.settings = settings;
    }

    /** Joins, or answers the place that the fan has. A receipt restores its number after a loss of data. */
    public Place join(long eventId, long fanId, @Nullable String receipt) {
        Room room = rooms.requireFor(eventId, fanId);
        if (rooms.isOver(room)) {
            return places.place(room, fanId, status(room, fanId).closed());
        }
        keepPlaceInLobby(room, fanId);
        Optional<PlaceReceipt> shown =
                Optional.ofNullable(receipt).flatMap(receipts::read).filter(read -> read.fanId() == fanId);
        Optional<PlaceReceipt> own = shown.filter(read -> read.eventId() == room.eventId());
        // who leaves a presale still has its receipt
        if (receipt != null
                && shown.filter(read -> read.eventId() == eventId || Room.isOfPresale(read.eventId()))
                        .isEmpty()) {
            refusals.record(eventId, fanId, Refusals.FOREIGN_RECEIPT);
        }
        long number = own.map(PlaceReceipt::number).orElse(0L);
        String ticketId = own.map(PlaceReceipt::ticketId).orElse("");
        String newTicketId = newTicketId();
        FanStanding standing = run(room, () -> scripts.join(room.eventId(), fanId, newTicketId, number, ticketId));
        if (standing.is(FanStanding.Outcome.TOO_EARLY)) {
            throw new LineNotOpen();
        }
        return places.place(room, fanId, standing);
    }

    /** The fan's queue number, null without one. */
    public @Nullable Long number(long eventId, long fanId) {
        long number = status(rooms.requireFor(eventId, fanId), fanId).number();
        return number == 0 ? null : Long.valueOf(number);
    }

    /** The fan's place, CLOSED for everybody once the sale is over; the call counts as a heartbeat. */
    public Place status(long eventId, long fanId) {
        Room room = rooms.requireFor(eventId, fanId);
        keepPlaceInLobby(room, fanId);
        FanStanding standing = status(room, fanId);
        if (rooms.isOver(room)) {
            return places.place(room, fanId, standing.closed());
        }
        if (standing.is(FanStanding.Outcome.NONE)) {
            throw new NotInLine();
        }
        return places.place(room, fanId, standing);
    }

    /** The pass of a fan who has an offer, or the pass that the fan has. */
    public EntryPass enter(long eventId, long fanId) {
        Room room = requireOngoing(eventId, fanId);
        String passId = room.passId(UUID.randomUUID().toString());
        FanStanding standing = run(
                room,
                () -> scripts.enter(
                        room.eventId(), fanId, passId, settings.pass().toMillis()));
        return pass(eventId, fanId, standing);
    }

    /** The same pass with a later end. */
    public EntryPass extend(long eventId, long fanId) {
        Room room = requireOngoing(eventId, fanId);
        FanStanding standing = run(
                room,
                () -> scripts.extend(room.eventId(), fanId, settings.extension().toMillis(), room.extensions()));
        if (standing.is(FanStanding.Outcome.REFUSED)) {
            throw new NoMoreTime();
        }
        return pass(eventId, fanId, standing);
    }

    /** Leaves, whatever the place, also the lobby in which a fan of a presale stands; the slot is free at once. */
    public void leave(long eventId, long fanId) {
        Room room = rooms.requireFor(eventId, fanId);
        scripts.leave(room.eventId(), fanId);
        if (room.presaleOf() != null) {
            scripts.leave(eventId, fanId);
        }
    }

    /** Frees the slot of a fan who has bought with this pass. */
    public void releaseSlot(long eventId, long fanId, String passId) {
        scripts.endPass(
                Room.ofPass(eventId, passId),
                fanId,
                passId,
                settings.pass().multipliedBy(2).toMillis());
    }

    /** Counts heartbeats of fans inside this room; returns the passes that have no slot and cannot have one back now. */
    public List<String> recordHeartbeats(long roomId, List<PassHeartbeat> heartbeats) {
        return rooms.find(roomId)
                .map(room -> recordHeartbeats(room, heartbeats).passesWithoutSlot())
                .orElse(List.of());
    }

    private SlotCheck recordHeartbeats(Room room, List<PassHeartbeat> heartbeats) {
        long silence = settings.silenceInside().toMillis();
        return recovery.run(
                room, () -> scripts.heartbeats(room.eventId(), heartbeats, silence, room.cap()), SlotCheck.UNCHECKED);
    }

    /** Throws {@link SaleEnded} once nobody can buy any more: a pass would be of no use. */
    private Room requireOngoing(long eventId, long fanId) {
        Room room = rooms.requireFor(eventId, fanId);
        if (rooms.isOver(room)) {
            throw room.cancelled() ? SaleEnded.byCancellation() : SaleEnded.inTime();
        }
        return room;
    }

    /** A fan of a presale is in the draw of the general sale as everybody is who waits in its lobby, also without asking for it. */
    private void keepPlaceInLobby(Room room, long fanId) {
        if (room.presaleOf() != null) {
            Room event = rooms.require(room.presaleOf());
            if (rooms.isLobbyOpen(event)) {
                run(event, () -> scripts.join(event.eventId(), fanId, newTicketId(), 0, ""));
            }
        }
    }

    private FanStanding status(Room room, long fanId) {
        return run(room, () -> scripts.status(room.eventId(), fanId));
    }

    private FanStanding run(Room room, Supplier<FanStanding> script) {
        return recovery.run(room, script, FanStanding.CLOSED);
    }

    private EntryPass pass(long eventId, long fanId, FanStanding standing) {
        return switch (standing.outcome()) {
            case ENTERED ->
                new EntryPass(standing.passId(), eventId, fanId, Instant.ofEpochMilli(standing.passUntil()));
            case NONE -> throw new NotInLine();
            default -> {
                refusals.record(eventId, fanId, Refusals.NOT_YOUR_TURN);
                throw new NotYourTurn();
            }
        };
    }

    private static String newTicketId() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}

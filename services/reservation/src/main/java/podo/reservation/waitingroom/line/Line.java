package podo.reservation.waitingroom.line;

import podo.reservation.waitingroom.script.LineScripts;
import podo.reservation.waitingroom.room.NoLineYet;
import podo.reservation.waitingroom.receipt.RecoveryReceipts;
import podo.reservation.waitingroom.refusal.Refusals;
import podo.reservation.waitingroom.room.Room;
import podo.reservation.waitingroom.room.RoomSettings;
import podo.reservation.waitingroom.room.Rooms;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import podo.starter.security.EntryPass;

/** The line of each event, step by step; a fan has one place in it, on whatever device. */
@Service
public class Line {

    /** What a fan who was let in takes along. */
    public record Entered(EntryPass pass) {}

    /**
     * A fan who was let in gave a sign of life.
     *
     * @param busyUntil the end of the fan's hold, null when there is none
     * @param passId the pass that was shown, with its end; null when none was
     */
    public record Sign(
            long eventId,
            long fanId,
            @Nullable Instant busyUntil,
            @Nullable String passId,
            @Nullable Instant passUntil) {}

    private static final Logger log = LoggerFactory.getLogger(Line.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LineScripts steps;
    private final Rooms rooms;
    private final LineStateRecovery laidOut;
    private final PlaceMapper places;
    private final RecoveryReceipts receipts;
    private final Refusals refusals;
    private final RoomSettings settings;

    Line(
            LineScripts steps,
            Rooms rooms,
            LineStateRecovery laidOut,
            PlaceMapper places,
            RecoveryReceipts receipts,
            Refusals refusals,
            RoomSettings settings) {
        this.steps = steps;
        this.rooms = rooms;
        this.laidOut = laidOut;
        this.places = places;
        this.receipts = receipts;
        this.refusals = refusals;
        this.settings = settings;
    }

    /** Sets the levers, see {@link #halt}. */
    public void steer(long eventId, int rate, int cap, Room.Mode mode) {
        rooms.steer(eventId, rate, cap, mode);
        halt(eventId);
    }

    /** Closes the line of a show that does not take place, see {@link #halt}. */
    public void close(long eventId) {
        rooms.close(eventId);
        halt(eventId);
    }

    /** Who comes before the next tick, which knows the new levers, is not let in by the old ones. */
    private void halt(long eventId) {
        try {
            steps.run("halt", eventId);
        } catch (DataAccessException e) {
            log.debug("Redis is away, so nobody is let in anyway: {}", e.toString());
        }
    }

    /** Joins, or answers the place the fan has. A receipt gives its number back after a loss of data. */
    public Place join(long eventId, long fanId, @Nullable String receipt) {
        Room room = room(eventId);
        Optional<RecoveryReceipts.Receipt> proof = Optional.ofNullable(receipt)
                .flatMap(receipts::read)
                .filter(read -> read.eventId() == eventId && read.fanId() == fanId);
        if (receipt != null && proof.isEmpty()) {
            refusals.note(eventId, fanId, Refusals.FOREIGN_RECEIPT);
        }
        long number = proof.map(RecoveryReceipts.Receipt::number).orElse(0L);
        String ticketId = proof.map(RecoveryReceipts.Receipt::ticketId).orElse("");
        LineScripts.Reply standing = laidOut.step(room, "join", fanId, newTicketId(), number, ticketId);
        if (standing.word().equals("TOO_EARLY")) {
            throw new LineNotOpen();
        }
        return places.of(room, fanId, standing);
    }

    /** The fan's queue number, null without one. */
    @Nullable
    public Long number(long eventId, long fanId) {
        LineScripts.Reply standing = laidOut.step(room(eventId), "look", fanId);
        return standing.number(2) == 0 ? null : Long.valueOf(standing.number(2));
    }

    public Place look(long eventId, long fanId) {
        Room room = room(eventId);
        LineScripts.Reply standing = laidOut.step(room, "look", fanId);
        if (standing.word().equals("NONE")) {
            throw new NotInLine();
        }
        return places.of(room, fanId, standing);
    }

    public Entered enter(long eventId, long fanId) {
        LineScripts.Reply standing = laidOut.step(
                room(eventId),
                "enter",
                fanId,
                UUID.randomUUID(),
                settings.pass().toMillis());
        return entered(eventId, fanId, standing);
    }

    public Entered extend(long eventId, long fanId) {
        Room room = room(eventId);
        LineScripts.Reply standing =
                laidOut.step(room, "extend", fanId, settings.extension().toMillis(), room.extensions());
        if (standing.word().equals("REFUSED")) {
            throw new NoMoreTime();
        }
        return entered(eventId, fanId, standing);
    }

    /** Leaves, wherever the fan stands; the slot is free at once. */
    public void leave(long eventId, long fanId) {
        room(eventId);
        steps.run("leave", eventId, fanId, "", 0);
    }

    /** The fan has bought: this pass's slot is free for the next one. */
    void done(long eventId, long fanId, String passId) {
        steps.run(
                "leave", eventId, fanId, passId, settings.pass().multipliedBy(2).toMillis());
    }

    /** Fans inside were seen with their passes; answers which of these passes have no slot, and can't have one back now. */
    List<String> seen(long eventId, List<Sign> signs) {
        return rooms.find(eventId).map(room -> seen(room, signs)).orElse(List.of());
    }

    private List<String> seen(Room room, List<Sign> signs) {
        List<Object> args = new ArrayList<>();
        for (Sign sign : signs) {
            args.add(sign.fanId());
            args.add(millis(sign.busyUntil()));
            args.add(sign.passId() == null ? "" : sign.passId());
            args.add(millis(sign.passUntil()));
        }
        args.add(settings.silenceInside().toMillis());
        args.add(room.cap());
        LineScripts.Reply reply = laidOut.step(room, "signs", args.toArray());
        return reply.word().equals("OK")
                ? reply.values().stream().skip(1).map(String::valueOf).toList()
                : List.of();
    }

    private static long millis(@Nullable Instant instant) {
        return instant == null ? 0 : instant.toEpochMilli();
    }

    public Room room(long eventId) {
        return rooms.find(eventId).orElseThrow(NoLineYet::new);
    }

    private Entered entered(long eventId, long fanId, LineScripts.Reply standing) {
        return switch (standing.word()) {
            case "ENTERED" ->
                new Entered(new EntryPass(standing.text(7), eventId, fanId, Instant.ofEpochMilli(standing.number(8))));
            case "NONE" -> throw new NotInLine();
            default -> {
                refusals.note(eventId, fanId, Refusals.NOT_YOUR_TURN);
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

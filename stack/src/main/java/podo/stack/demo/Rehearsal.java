package podo.stack.demo;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import podo.stack.junit.PageVisitor;
import tools.jackson.databind.JsonNode;

/**
 * Plays a purchase up to the bank, which declines the card: line, hold, a refused hold, booking, payment, messages. Then the seat is
 * given back, so that no money moves and nothing is sold. It takes a seat of the last ones in the plan.
 */
final class Rehearsal {
    private static final int LAST_SEATS = 200;

    /** A seat's id is its event's number times this, plus its number in the plan. */
    private static final long SEAT_IDS = 1_000_000;

    private static final int DECLINED = 402;
    private static final int CONFLICT = 409;

    private final DemoApiClient api;
    private final String eventId;
    private final List<JsonNode> seats;

    /** @param eventId on sale, in a hall with enough seats that a rehearsal is in nobody's way */
    Rehearsal(DemoApiClient api, DemoApiClient.Caller fan, String eventId) {
        this.api = api;
        this.eventId = eventId;
        var free = new DemoBuyer(api, fan, eventId).freeSeats();
        this.seats = free.subList(Math.max(0, free.size() - LAST_SEATS), free.size());
    }

    /** Throws {@link DemoCallFailed} when a step is answered otherwise than in a purchase whose card is declined. */
    void play(DemoApiClient.Caller fan) {
        var buyer = new DemoBuyer(api, fan, eventId);
        var seat = List.of(anySeat());
        var pass = buyer.enter();
        var hold = buyer.hold(pass, seat);
        try {
            DemoCallFailed.expect(CONFLICT, () -> buyer.hold(pass, seat));
            var reservation = buyer.reserve(hold);
            DemoCallFailed.expect(DECLINED, () -> buyer.payWithDeclinedCard(reservation));
            fan.get("/api/reservations/" + reservation.path("id").asString());
            fan.get("/api/tickets");
        } finally {
            buyer.release(hold);
            buyer.leave();
        }
        for (var page : List.of("/", "/events/" + eventId, "/login")) {
            api.openPage(page);
        }
    }

    /** Plays it once more on the pages, with another seat. */
    void playPages(PageVisitor visitor) throws IOException, InterruptedException {
        new PageRehearsal(visitor, eventId).play(numberOf(anySeat()));
    }

    private JsonNode anySeat() {
        return seats.get(ThreadLocalRandom.current().nextInt(seats.size()));
    }

    /** In the plan, as the forms of the pages name seats. */
    private static long numberOf(JsonNode seatId) {
        return seatId.asLong() % SEAT_IDS;
    }
}

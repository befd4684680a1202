package podo.web.giveback;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import podo.web.client.BookingClient.TicketSeat;
import podo.web.client.ServiceRefusal;
import podo.web.giveback.GiveBackClient.GiveBack;
import podo.web.giveback.GiveBackClient.Offer;
import podo.web.giveback.GiveBackClient.Overview;

/** What a fan offers back and what is held for a fan, for pages that show it beside something else. */
@Component
public class ReturnedSeats {

    /** For templates. */
    public record Returned(List<GiveBack> own, List<Offer> offers) {

        /** The seats of this booking that are offered back now. */
        public List<GiveBack> openOf(String bookingId) {
            return own.stream()
                    .filter(given -> given.isOpen() && given.reservationId().equals(bookingId))
                    .toList();
        }

        public Set<Long> openSeats() {
            Set<Long> open = new HashSet<>();
            for (GiveBack given : own) {
                TicketSeat seat = given.seat();
                if (given.isOpen() && seat != null) {
                    open.add(seat.id());
                }
            }
            return open;
        }
    }

    private static final Logger log = LoggerFactory.getLogger(ReturnedSeats.class);

    private final GiveBackClient client;

    ReturnedSeats(GiveBackClient client) {
        this.client = client;
    }

    public Returned find() {
        return of(client.own());
    }

    /** Nothing while the service does not tell: the page around it is needed more. */
    public Returned findOrNone() {
        try {
            return of(client.own());
        } catch (ServiceRefusal refusal) {
            if (refusal.status() == 401) {
                throw refusal;
            }
            log.warn("Seats that are offered back could not be read: {}", refusal.toString());
            return of(null);
        }
    }

    private static Returned of(@Nullable Overview overview) {
        return overview == null
                ? new Returned(List.of(), List.of())
                : new Returned(
                        overview.giveBacks() == null ? List.of() : overview.giveBacks(),
                        overview.offers() == null ? List.of() : overview.offers());
    }
}

package podo.reservation.booking.kind;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was paid for a seat that its fan offered back: the next fan pays the same, for the same kind of ticket. */
@Component
public class ResoldSeats {

    private static final String GIVE_BACK = "give-back:";

    /** @param kind null for the usual one */
    public record Resold(
            long price, @Nullable String kind, @Nullable String proof) {}

    private final JdbcClient jdbc;

    ResoldSeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Empty for a hold of free seats.
     *
     * @param passId of the hold; that of an offered seat names the give-back
     */
    public Optional<Resold> find(String passId) {
        if (!passId.startsWith(GIVE_BACK)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT g.price, s.kind, s.proof FROM give_back g
                        LEFT JOIN booked_seat s ON s.booking_id = g.booking_id AND s.seat_id = g.seat_id WHERE g.id = ?
                        """)
                .param(passId.substring(GIVE_BACK.length()))
                .query((row, n) -> new Resold(row.getLong("price"), row.getString("kind"), row.getString("proof")))
                .optional();
    }
}

package podo.reservation.booking;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The bookings of all fans. */
interface Bookings extends JpaRepository<Booking, String> {

    Optional<Booking> findByHoldId(String holdId);

    Optional<Booking> findByOrderId(String orderId);

    List<Booking> findTop200ByFanIdOrderByCreatedAtDesc(long fanId);

    /**
     * The booking with its row locked, so that changes happen one after the other. Native SQL, because MariaDB does not support the
     * {@code FOR UPDATE OF} that Hibernate writes for MySQL.
     */
    @Query(value = "SELECT * FROM booking WHERE order_id = :orderId FOR UPDATE", nativeQuery = true)
    Optional<Booking> lockByOrderId(String orderId);

    @Query(value = "SELECT * FROM booking WHERE id = :id FOR UPDATE", nativeQuery = true)
    Optional<Booking> lockById(String id);

    /** Ids of confirmed bookings of cancelled shows, the next hundred after {@code after}. */
    @Query(value = """
            SELECT b.id FROM booking b JOIN known_show s ON s.event_id = b.event_id
            WHERE s.cancelled AND b.state = 'CONFIRMED' AND b.id > :after ORDER BY b.id LIMIT 100
            """, nativeQuery = true)
    List<String> findOfCancelledShows(String after);
}

package podo.reservation.booking;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Bookings extends JpaRepository<Booking, String> {

    Optional<Booking> findByHoldId(String holdId);

    Optional<Booking> findByOrderId(String orderId);

    List<Booking> findTop200ByFanIdOrderByCreatedAtDesc(long fanId);

    /**
     * The booking with its row locked, so that messages and fans change it one after the other. Native, because MariaDB
     * does not know the {@code FOR UPDATE OF} that Hibernate writes for MySQL.
     */
    @Query(value = "SELECT * FROM booking WHERE order_id = :orderId FOR UPDATE", nativeQuery = true)
    Optional<Booking> lockByOrderId(String orderId);

    @Query(value = "SELECT * FROM booking WHERE id = :id FOR UPDATE", nativeQuery = true)
    Optional<Booking> lockById(String id);

    /** Confirmed bookings of cancelled shows, by id, the next hundred after the one named. */
    @Query(value = """
            SELECT b.id FROM booking b JOIN known_show s ON s.event_id = b.event_id
            WHERE s.cancelled AND b.state = 'CONFIRMED' AND b.id > :after ORDER BY b.id LIMIT 100
            """, nativeQuery = true)
    List<String> ofCancelledShows(String after);
}

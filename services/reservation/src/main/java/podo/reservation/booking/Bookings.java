package podo.reservation.booking;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface Bookings extends JpaRepository<Booking, String> {

    Optional<Booking> findByHoldId(String holdId);

    Optional<Booking> findByOrderId(String orderId);

    List<Booking> findTop200ByFanIdOrderByCreatedAtDesc(long fanId);

    /** The booking with its row locked, so that messages and fans change it one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.orderId = :orderId")
    Optional<Booking> lockByOrderId(String orderId);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from Booking b where b.id = :id")
    Optional<Booking> lockById(String id);

    /** Bookings whose show was cancelled while they were confirmed, a batch at a time. */
    @Query(value = """
            SELECT b.id FROM booking b JOIN known_show s ON s.event_id = b.event_id
            WHERE s.cancelled AND b.state = 'CONFIRMED' LIMIT 100
            """, nativeQuery = true)
    List<String> ofCancelledShows();
}

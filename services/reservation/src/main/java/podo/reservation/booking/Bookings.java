package podo.reservation.booking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bookings of all fans. What only reads opens no transaction of its own, which would cost as many statements again: each statement
 * sees what is committed when it runs, in a transaction or outside.
 */
interface Bookings extends JpaRepository<Booking, String> {

    /** Those that {@link Booking} maps: a native query has to return all of them. */
    String COLUMNS =
            "b.id, b.order_id, b.hold_id, b.event_id, b.fan_id, b.amount, b.state, b.expires_at, b.pass_id, b.created_at,"
                    + " b.end_reason, b.kinds, b.code, b.codes_possible, b.sum_fixed, b.version ";

    String OPEN = "(b.state IN ('CHECKING', 'PAID', 'CONFIRMED') OR b.state = 'PENDING' AND b.expires_at > :now"
            + " AND NOT COALESCE(s.cancelled, FALSE)) ";
    String COMING = "(" + OPEN + " AND COALESCE(s.starts_at > :now AND NOT s.cancelled, TRUE))";
    String OWN = "FROM booking b LEFT JOIN known_show s ON s.event_id = b.event_id WHERE b.fan_id = :fanId"
            + " AND (:eventId IS NULL OR b.event_id = :eventId) AND (:orderId IS NULL OR b.order_id = :orderId) ";
    String ORDERS = OWN + "AND (" + OPEN + " OR EXISTS (SELECT 1 FROM booked_seat x WHERE x.booking_id = b.id"
            + " AND x.state <> 'BOOKED')) ";

    @Override
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Optional<Booking> findById(String id);

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    @Query("select b from Booking b left join fetch b.seats where b.holdId = :holdId")
    Optional<Booking> findByHoldId(String holdId);

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    @Query("select b from Booking b left join fetch b.seats where b.orderId = :orderId")
    Optional<Booking> findByOrderId(String orderId);

    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    @Query("""
            select b from Booking b left join fetch b.seats
            where b.fanId = :fanId and b.state = PENDING and b.createdAt > :since
            """)
    List<Booking> findUnpaidSince(long fanId, Instant since);

    /**
     * A fan's bookings, or only those of one event or order: first those that are paid or can be, then by time, newest first.
     */
    @Query(
            value = "SELECT " + COLUMNS + OWN + "ORDER BY " + OPEN + " DESC, b.created_at DESC, b.id",
            countQuery = "SELECT COUNT(*) " + OWN,
            nativeQuery = true)
    Page<Booking> findOwn(long fanId, @Nullable Long eventId, @Nullable String orderId, Instant now, Pageable page);

    /**
     * A fan's bookings that have or had tickets, or may still get some: first those of coming shows, the next one first, then
     * what is over, the latest show first.
     */
    @Query(
            value = "SELECT " + COLUMNS + ORDERS + "ORDER BY " + COMING + " DESC, IF(" + COMING
                    + ", s.starts_at, NULL), s.starts_at DESC, b.created_at DESC, b.id",
            countQuery = "SELECT COUNT(*) " + ORDERS,
            nativeQuery = true)
    Page<Booking> findOrders(long fanId, @Nullable Long eventId, @Nullable String orderId, Instant now, Pageable page);

    /**
     * The booking with its row locked, so that changes happen one after the other. Native SQL, because MariaDB does not support the
     * {@code FOR UPDATE OF} that Hibernate writes for MySQL.
     */
    @Query(value = "SELECT " + COLUMNS + "FROM booking b WHERE b.order_id = :orderId FOR UPDATE", nativeQuery = true)
    Optional<Booking> lockByOrderId(String orderId);

    @Query(value = "SELECT " + COLUMNS + "FROM booking b WHERE b.id = :id FOR UPDATE", nativeQuery = true)
    Optional<Booking> lockById(String id);

    /** Ids of confirmed bookings of cancelled shows, the next hundred after {@code after}. */
    @Query(value = """
            SELECT b.id FROM booking b JOIN known_show s ON s.event_id = b.event_id
            WHERE s.cancelled AND b.state = 'CONFIRMED' AND b.id > :after ORDER BY b.id LIMIT 100
            """, nativeQuery = true)
    List<String> findOfCancelledShows(String after);
}

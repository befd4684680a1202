package podo.event.show;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;
import podo.contracts.event.EventKind;

interface Events extends JpaRepository<Event, Long> {

    /** All columns of {@link Event}, which a native query has to name. */
    String SELECT = """
            select e.id, e.organiser_id, e.state, e.plan_version, e.revision, e.venue_version, e.venue, e.address, e.city, e.capacity, e.withdrawn,
                   e.title, e.description, e.texts, e.other_titles, e.notes, e.kind, e.running_minutes, e.minimum_age, e.venue_id, e.starts_at,
                   e.doors_at, e.lobby_opens_at, e.on_sale_at, e.sales_end_at, e.hold_seconds, e.seats_per_fan, e.grades, e.admission_per_second,
                   e.admission_cap, e.extensions, e.single_seat_policy, e.refund_fees, e.handover_allowed, e.handover_ends_hours, e.created_at,
                   e.edition, e.poster, e.series_id, e.told_changes
            """;

    String PUBLISHED = """
            from event e left join sales s on s.event_id = e.id
            where e.state <> 'DRAFT' and not e.withdrawn
              and (e.title like :pattern escape '!' or e.other_titles like :pattern escape '!' or e.venue like :pattern escape '!' or e.city like :pattern escape '!')
              and (:kind is null or e.kind = :kind)
              and (:city is null or e.city = :city)
              and (:from is null or e.starts_at >= :from)
              and (:until is null or e.starts_at < :until)
              and (not :bookable
                   or e.state = 'PUBLISHED' and e.sales_end_at > :now and coalesce(s.sold + s.blocked, 0) < e.capacity)
            """;

    String BEST_FIRST = """
             order by case when e.state = 'CANCELLED' or e.sales_end_at <= :now then 2
                           when coalesce(s.sold + s.blocked, 0) >= e.capacity then 1
                           else 0 end,
                      e.starts_at, e.id
            """;

    /** The same for all dates of a show, and for no other event. */
    String SHOW = "coalesce(e.series_id, -e.id)";

    /** Locks the row until the commit. Native, because Hibernate writes {@code FOR UPDATE OF}, which MariaDB lacks. */
    @Query(value = SELECT + "from event e where e.id = :id for update", nativeQuery = true)
    Optional<Event> lockById(long id);

    List<Event> findByState(EventState state);

    /**
     * Native, because the number of sold and blocked seats is a table of its own without an entity.
     *
     * @param pattern for LIKE, with {@code !} as the escape character
     */
    @Query(value = SELECT + PUBLISHED + BEST_FIRST, countQuery = "select count(*) " + PUBLISHED, nativeQuery = true)
    Page<Event> findPublished(
            String pattern,
            @Nullable String kind,
            @Nullable String city,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean bookable,
            Instant now,
            Pageable page);

    /** Of the dates of a show the one that comes first in {@link #findPublished}. */
    @Query(
            value = SELECT
                    + "from event e left join sales s on s.event_id = e.id join (select e.id, row_number() over (partition by "
                    + SHOW + BEST_FIRST + ") turn " + PUBLISHED
                    + ") first_date on first_date.id = e.id where first_date.turn = 1"
                    + BEST_FIRST,
            countQuery = "select count(distinct " + SHOW + ") " + PUBLISHED,
            nativeQuery = true)
    Page<Event> findShows(
            String pattern,
            @Nullable String kind,
            @Nullable String city,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean bookable,
            Instant now,
            Pageable page);

    /** What {@link Performance} says of an event. */
    interface DateRow {

        long getId();

        long getSeriesId();

        long getTeamId();

        EventState getState();

        Instant getStartsAt();

        Instant getLobbyOpensAt();

        Instant getOnSaleAt();

        Instant getSalesEndAt();

        int getSeats();

        int getEdition();
    }

    @Query("""
            select e.id as id, e.seriesId as seriesId, e.organiserId as teamId, e.state as state, e.terms.startsAt as startsAt,
                   e.terms.lobbyOpensAt as lobbyOpensAt, e.terms.onSaleAt as onSaleAt, e.terms.salesEndAt as salesEndAt,
                   e.capacity as seats, e.edition as edition
            from Event e
            where e.seriesId in :series and not e.withdrawn
            order by e.terms.startsAt, e.id
            """)
    List<DateRow> findDates(Collection<Long> series);

    @Query("select e.seriesId from Event e where e.id = :id")
    Optional<Long> findSeriesOf(long id);

    /** Locks the rows in the order of the index, so that two who lock the same dates wait for each other. */
    @Query(
            value = SELECT + "from event e where e.series_id = :series order by e.starts_at, e.id for update",
            nativeQuery = true)
    List<Event> lockSeries(long series);

    @Query("select distinct e.terms.facts.kind from Event e where e.state = PUBLISHED and e.terms.salesEndAt > :now")
    List<EventKind> findKindsToCome(Instant now);

    @Query("""
            select distinct e.city from Event e
            where e.state = PUBLISHED and e.terms.salesEndAt > :now and e.city <> ''
            order by e.city
            """)
    List<String> findCitiesToCome(Instant now);

    @Query("""
            select e from Event e
            where (e.organiserId in :teams or e.id in :singleEvents)
              and (e.terms.title like :pattern escape '!' or e.venue like :pattern escape '!')
            order by coalesce(e.seriesId, e.id) desc, e.terms.startsAt, e.id
            """)
    Page<Event> findOwn(Collection<Long> teams, Collection<Long> singleEvents, String pattern, Pageable page);

    @Query("""
            select e.id from Event e
            where e.organiserId = :organiserId and e.state = PUBLISHED
              and (e.terms.startsAt > :since or e.terms.salesEndAt > :since)
            """)
    List<Long> findLiveIdsOf(long organiserId, Instant since);

    @Query("select e.id from Event e where e.organiserId = :organiserId")
    List<Long> findIdsOf(long organiserId);

    @Query("select e.organiserId from Event e where e.id = :id")
    Optional<Long> findTeamOf(long id);
}

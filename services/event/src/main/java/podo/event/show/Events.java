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

    /** Locks the row until the commit. Native, because Hibernate writes {@code FOR UPDATE OF}, which MariaDB lacks. */
    @Query(value = "select * from event where id = :id for update", nativeQuery = true)
    Optional<Event> lockById(long id);

    List<Event> findByState(EventState state);

    /**
     * Native, because the number of sold and blocked seats is a table of its own without an entity.
     *
     * @param pattern for LIKE, with {@code !} as the escape character
     */
    @Query(value = "select e.* " + PUBLISHED + """
                    order by case when e.state = 'CANCELLED' or e.sales_end_at <= :now then 2
                                  when coalesce(s.sold + s.blocked, 0) >= e.capacity then 1
                                  else 0 end,
                             e.starts_at, e.id
                    """, countQuery = "select count(*) " + PUBLISHED, nativeQuery = true)
    Page<Event> findPublished(
            String pattern,
            @Nullable String kind,
            @Nullable String city,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean bookable,
            Instant now,
            Pageable page);

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
            order by e.id desc
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

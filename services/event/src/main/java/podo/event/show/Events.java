package podo.event.show;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Events extends JpaRepository<Event, Long> {

    /** Locks the row until the commit. Native, because Hibernate writes {@code FOR UPDATE OF}, which MariaDB lacks. */
    @Query(value = "select * from event where id = :id for update", nativeQuery = true)
    Optional<Event> lockById(long id);

    List<Event> findByState(EventState state);

    /** @param pattern for LIKE, with {@code !} as the escape character */
    @Query("""
            select e from Event e
            where e.state <> DRAFT and (e.terms.title like :pattern escape '!' or e.venue like :pattern escape '!')
            order by case when e.state = CANCELLED or e.terms.salesEndAt <= :now then 1 else 0 end,
                     e.terms.startsAt, e.id
            """)
    Page<Event> findPublished(String pattern, Instant now, Pageable page);

    @Query("""
            select e from Event e
            where e.organiserId = :organiserId
              and (e.terms.title like :pattern escape '!' or e.venue like :pattern escape '!')
            order by e.id desc
            """)
    Page<Event> findOwn(long organiserId, String pattern, Pageable page);
}

package podo.event.show;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Events extends JpaRepository<Event, Long> {

    /** Whoever wants to change it waits for whoever is changing it. MariaDB does not know {@code FOR UPDATE OF}. */
    @Query(value = "select * from event where id = :id for update", nativeQuery = true)
    Optional<Event> findForChange(long id);

    /** @param pattern for LIKE, with {@code !} before what is meant literally */
    @Query("""
            select e from Event e
            where e.state <> DRAFT and (e.terms.title like :pattern escape '!' or e.venue like :pattern escape '!')
            order by case when e.state = CANCELLED or e.terms.salesEndAt <= :now then 1 else 0 end,
                     e.terms.startsAt, e.id
            """)
    Page<Event> findPublished(String pattern, Instant now, Pageable page);

    @Query("""
            select e from Event e
            where e.organiserId = :organiser
              and (e.terms.title like :pattern escape '!' or e.venue like :pattern escape '!')
            order by e.id desc
            """)
    Page<Event> findOwn(long organiser, String pattern, Pageable page);
}

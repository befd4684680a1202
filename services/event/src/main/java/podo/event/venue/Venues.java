package podo.event.venue;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface Venues extends JpaRepository<Venue, Long> {

    List<Venue> findByOrganiserIdInOrderById(Collection<Long> organiserIds);

    /** Locks the row until the commit. Native, because Hibernate writes {@code FOR UPDATE OF}, which MariaDB lacks. */
    @Query(value = """
                    select id, organiser_id, plan_version, name, address, city, sections, capacity, created_at
                    from venue where id = :id for update
                    """, nativeQuery = true)
    Optional<Venue> lockById(long id);
}

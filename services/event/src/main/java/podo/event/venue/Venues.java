package podo.event.venue;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

interface Venues extends JpaRepository<Venue, Long> {

    List<Venue> findByOrganiserIdOrderById(long organiserId);
}

package podo.event.venue;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A venue with its sections; never changed after its creation, because sold seats refer to it. */
@Entity
class Venue {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long organiserId;
    private String name = "";
    private String address = "";
    private String city = "";

    @Convert(converter = SectionsConverter.class)
    private List<Section> sections = List.of();

    private int capacity;
    private Instant createdAt = Instant.EPOCH;

    protected Venue() {}

    Venue(long organiserId, String name, String address, String city, List<Section> sections, Instant createdAt) {
        this.organiserId = organiserId;
        this.name = name;
        this.address = address;
        this.city = city;
        this.sections = sections;
        this.capacity = sections.stream().mapToInt(Section::capacity).sum();
        this.createdAt = createdAt;
    }

    VenueHall toHall() {
        long savedId = requireNonNull(id, "the venue has no id before it is saved");
        return new VenueHall(savedId, organiserId, name, address, city, capacity, sections);
    }
}

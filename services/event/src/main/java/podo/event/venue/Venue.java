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
import podo.event.plan.Section;

/** A venue with the outline of its newest plan; the plans themselves are in {@link VenuePlans}, because lists do not need them. */
@Entity
class Venue {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long organiserId;
    private int planVersion = 1;
    private String name = "";
    private String address = "";
    private String city = "";

    @Convert(converter = SectionsConverter.class)
    private List<Section> sections = List.of();

    private int capacity;
    private Instant createdAt = Instant.EPOCH;

    protected Venue() {}

    Venue(long organiserId, Naming naming, List<Section> sections, int capacity, Instant createdAt) {
        this.organiserId = organiserId;
        rename(naming);
        this.sections = sections;
        this.capacity = capacity;
        this.createdAt = createdAt;
    }

    /** What a venue is called and where it is. */
    record Naming(String name, String address, String city) {}

    private void rename(Naming naming) {
        name = naming.name();
        address = naming.address();
        city = naming.city();
    }

    /** Takes the outline of the next version of the plan, and answers the number of that version. */
    int replan(Naming naming, List<Section> outline, int seats) {
        rename(naming);
        sections = outline;
        capacity = seats;
        planVersion++;
        return planVersion;
    }

    long id() {
        return requireNonNull(id, "the venue has no id before it is saved");
    }

    boolean isOwnedBy(long organiser) {
        return organiserId == organiser;
    }

    long organiserId() {
        return organiserId;
    }

    int planVersion() {
        return planVersion;
    }

    Naming naming() {
        return new Naming(name, address, city);
    }

    List<Section> outline() {
        return sections;
    }

    int capacity() {
        return capacity;
    }
}

package podo.web.calls;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** An organiser's halls (event service). */
public interface VenueClient {

    /**
     * @param firstRow the first row's name, a number or letters; the others count on from it
     * @param aislesAfter seat numbers after which there is an aisle
     * @param accessible places for wheelchairs, as row-number
     */
    record Section(
            String name,
            @Nullable Integer rows,
            @Nullable Integer seatsPerRow,
            @Nullable String firstRow,
            List<Integer> aislesAfter,
            List<String> accessible) {}

    record Venue(long id, String name, @Nullable String address, int capacity, List<Section> sections) {}

    record NewVenue(String name, @Nullable String address, List<Section> sections) {}

    @GetExchange("/api/venues")
    List<Venue> mine();

    @GetExchange("/api/venues/{id}")
    Venue one(@PathVariable long id);

    @PostExchange("/api/venues")
    Venue build(@RequestBody NewVenue venue);
}

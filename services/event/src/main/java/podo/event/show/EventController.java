package podo.event.show;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import podo.starter.problem.NotFound;
import podo.starter.security.Fan;

/** What plays, for everybody; to its organiser a draft is there as well. */
@RestController
@RequestMapping("/api/events")
class EventController {

    private final PublicCatalogue everybodys;
    private final Catalogue catalogue;
    private final Clock clock;

    EventController(PublicCatalogue everybodys, Catalogue catalogue, Clock clock) {
        this.everybodys = everybodys;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    CachedEventPage.Answer page(
            @RequestParam(defaultValue = "0") @Min(0) @Max(1_000_000) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int size,
            @RequestParam(defaultValue = "") @Size(max = 100) String query,
            @RequestParam(defaultValue = "false") boolean mine,
            @Nullable Fan caller) {
        CachedEventPage found = mine && caller != null
                ? catalogue.own(caller.id(), query, page, size)
                : everybodys.page(query, page, size);
        return found.at(clock.instant());
    }

    @GetMapping("/{id}")
    EventResponse one(@PathVariable long id, @Nullable Fan caller) {
        return EventResponse.of(
                caller != null && caller.organiser() ? asOrganiser(id, caller) : everybodys.one(id), clock.instant());
    }

    private CachedEvent asOrganiser(long id, Fan caller) {
        try {
            return catalogue.own(caller.id(), id);
        } catch (NotFound notTheirs) {
            return everybodys.one(id);
        }
    }
}

package podo.event.show.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import podo.event.show.Catalogue;
import podo.event.show.change.AdvertisedPrices;
import podo.event.show.change.AdvertisedPrices.Advertised;
import podo.event.show.terms.Grade;

/** Data for the auditor: what each event on sale advertises, and what it advertised before. */
@RestController
class PriceAuditController {

    record AdvertisedGrade(String name, long price, List<AdvertisedPrices.KindPrice> kinds) {}

    /** @param history what the grades cost from when on, oldest first; empty for events from before it was kept */
    record AdvertisedEvent(
            long eventId,
            int seatsPerFan,
            Instant salesEndAt,
            List<AdvertisedGrade> grades,
            List<Advertised> history) {}

    private final Catalogue catalogue;
    private final AdvertisedPrices prices;

    PriceAuditController(Catalogue catalogue, AdvertisedPrices prices) {
        this.catalogue = catalogue;
        this.prices = prices;
    }

    @GetMapping("/internal/audit/prices")
    List<AdvertisedEvent> prices() {
        Map<Long, List<Advertised>> history = prices.findAll();
        return catalogue.allPublished().stream()
                .map(event -> new AdvertisedEvent(
                        event.id(),
                        event.terms().seatsPerFan(),
                        event.terms().salesEndAt(),
                        event.terms().grades().stream()
                                .map(PriceAuditController::advertised)
                                .toList(),
                        history.getOrDefault(event.id(), List.of())))
                .toList();
    }

    private static AdvertisedGrade advertised(Grade grade) {
        return new AdvertisedGrade(
                grade.name(),
                grade.price(),
                grade.kinds().stream()
                        .map(kind -> new AdvertisedPrices.KindPrice(kind.name(), kind.price()))
                        .toList());
    }
}

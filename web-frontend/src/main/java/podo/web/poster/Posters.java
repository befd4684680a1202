package podo.web.poster;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import podo.web.catalogue.CachedCatalogue;
import podo.web.client.EventClient;
import podo.web.client.ListedEvent;
import podo.web.client.ServiceRefusal;
import podo.web.page.TemplateBean;

/** Serves posters, uploaded and drawn ones. A poster depends on its address alone, so caches may keep it for a year. */
@RestController("posters")
public class Posters implements TemplateBean {

    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** As the event service names an uploaded poster; the pages serve it below their own address, from memory. */
    private static final Pattern UPLOADED =
            Pattern.compile("/api/events/([1-9][0-9]{0,18})/posters/([0-9a-f]{32}-(?:600|1200)\\.jpg)");

    private static final CacheControl A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final EventClient events;
    private final CachedCatalogue catalogue;

    Posters(EventClient events, CachedCatalogue catalogue) {
        this.events = events;
        this.catalogue = catalogue;
    }

    /** The address of a poster for pages that know no more of an event than a booking does. */
    public String ofEvent(long id, String title) {
        return "/posters/of/" + id + of(title).substring("/posters".length());
    }

    /** The address of an event's poster for a card or a line. */
    public String small(ListedEvent event) {
        return address(event, event.poster() == null ? null : event.poster().small());
    }

    /** The address of an event's poster for its own page. */
    public String large(ListedEvent event) {
        return address(event, event.poster() == null ? null : event.poster().large());
    }

    private String address(ListedEvent event, @Nullable String uploaded) {
        Matcher known = uploaded == null ? null : UPLOADED.matcher(uploaded);
        return known != null && known.matches()
                ? "/posters/" + known.group(1) + "-" + known.group(2)
                : of(event.title());
    }

    /** The address of an event's drawn poster: the motif that fits its title, and the title's hash as seed. */
    public String of(String title) {
        int seed = title.strip().hashCode();
        return "/posters/" + Motif.forTitle(title, seed).name().toLowerCase(java.util.Locale.ROOT) + "-"
                + Integer.toHexString(seed) + ".svg";
    }

    @GetMapping("/posters/{motif:[a-z]{2,12}}-{seed:[0-9a-f]{1,8}}.svg")
    ResponseEntity<String> draw(@PathVariable String motif, @PathVariable String seed) {
        Motif found = Motif.byName(motif);
        if (found == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(FOR_EVER)
                .body(Poster.draw(found, Integer.parseUnsignedInt(seed, 16)));
    }

    /** Leads to the event's uploaded poster, and without one to the drawn one. */
    @GetMapping("/posters/of/{event:[1-9][0-9]{0,18}}/{motif:[a-z]{2,12}}-{seed:[0-9a-f]{1,8}}.svg")
    ResponseEntity<Void> find(@PathVariable long event, @PathVariable String motif, @PathVariable String seed) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(uploadedOr("/posters/" + motif + "-" + seed + ".svg", event)))
                .cacheControl(A_MINUTE)
                .build();
    }

    private String uploadedOr(String drawn, long event) {
        try {
            ListedEvent known = catalogue.get(event);
            return known.poster() == null ? drawn : small(known);
        } catch (ServiceRefusal gone) {
            return drawn;
        }
    }

    @GetMapping("/posters/{event:[1-9][0-9]{0,18}}-{digest:[0-9a-f]{32}}-{width:600|1200}.jpg")
    ResponseEntity<byte[]> uploaded(@PathVariable long event, @PathVariable String digest, @PathVariable int width) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(FOR_EVER)
                .body(events.poster(event, digest + "-" + width + ".jpg"));
    }
}

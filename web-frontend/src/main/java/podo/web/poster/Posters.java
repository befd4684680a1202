package podo.web.poster;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import podo.web.page.TemplateBean;

/** Serves posters. A poster depends on its address alone, so caches may keep it for a year. */
@RestController("posters")
public class Posters implements TemplateBean {

    /** The address of an event's poster: the motif that fits its title, and the title's hash as seed. */
    public String of(String title) {
        int seed = title.strip().hashCode();
        return "/posters/" + Motif.forTitle(title, seed).name().toLowerCase(java.util.Locale.ROOT) + "-"
                + Integer.toHexString(seed) + ".svg";
    }

    @GetMapping("/posters/{motif:[a-z]{2,12}}-{seed:[0-9a-f]{1,8}}.svg")
    ResponseEntity<String> draw(@PathVariable String motif, @PathVariable String seed) {
        Motif found = Motif.byName(motif);
        if (found == null) {
            throw new ResponseStatusException(org.springframework.http.HttpStatus.NOT_FOUND);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .body(Poster.draw(found, Integer.parseUnsignedInt(seed, 16)));
    }
}

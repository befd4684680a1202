package podo.event.show.api;

import org.jspecify.annotations.Nullable;
import podo.event.picture.PrintedPoster;
import podo.event.show.EventSnapshot;

/**
 * Where an uploaded poster is, in two sizes, as paths of this API. A path shows the same picture for ever.
 *
 * @param small at most 600 pixels wide
 * @param large at most 1,200 pixels wide
 */
record PosterLinks(String small, String large) {

    static @Nullable PosterLinks of(EventSnapshot event) {
        return event.poster() == null
                ? null
                : new PosterLinks(
                        link(event, PrintedPoster.WIDTHS.getFirst()), link(event, PrintedPoster.WIDTHS.getLast()));
    }

    private static String link(EventSnapshot event, int width) {
        return "/api/events/" + event.id() + "/posters/" + event.poster() + "-" + width + ".jpg";
    }
}

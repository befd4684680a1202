package podo.event.picture;

import java.util.List;

/**
 * A poster as it is shown, in each width.
 *
 * @param digest of its pixels, 32 hexadecimal digits
 */
public record PrintedPoster(String digest, List<Print> prints) {

    /** Widths in pixels of cards and of an event's page on a screen of twice as many; narrower pictures keep their own size in both. */
    public static final List<Integer> WIDTHS = List.of(600, 1200);

    /** @param width the one of {@link #WIDTHS} that it stands for */
    public record Print(int width, byte[] jpeg) {}
}

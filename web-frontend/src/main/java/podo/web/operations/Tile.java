package podo.web.operations;

import org.jspecify.annotations.Nullable;

/**
 * One figure of the page.
 *
 * @param name the end of its label's key, {@code operations.tile.}
 * @param value null when no process knows it
 * @param perSecond null for what is no rate, and at the first reading
 * @param tone the chip's: ok, warn, bad, or empty for what is neither
 */
record Tile(String name, @Nullable String value, @Nullable String perSecond, String tone) {

    static Tile of(String name, @Nullable String value, String tone) {
        return new Tile(name, value, null, tone);
    }
}

package podo.starter.sse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limit of open event streams.
 *
 * @param most the limit; 0: as many as fit into {@code heapShare} of the heap
 * @param each heap of one open stream, as measured
 * @param heapShare the share of the heap that streams may use
 */
@ConfigurationProperties("podo.streams")
record StreamSettings(
        @DefaultValue("0") int most,
        @DefaultValue("32KB") DataSize each,
        @DefaultValue("0.5") double heapShare) {

    /** @param connections the server's maximum; a fifth of them stays free for ordinary requests */
    int bound(long heap, int connections) {
        return most > 0 ? most : (int) Math.min(connections * 0.8, heap * heapShare / each.toBytes());
    }
}

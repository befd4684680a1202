package podo.starter.sse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How many event streams may be open at once.
 *
 * @param most the bound; 0: as many as fit into {@code heapShare} of the heap
 * @param each what one stream was measured to cost in heap
 * @param heapShare the part of the heap that may belong to streams
 */
@ConfigurationProperties("podo.streams")
record StreamSettings(
        @DefaultValue("0") int most,
        @DefaultValue("32KB") DataSize each,
        @DefaultValue("0.5") double heapShare) {

    /** @param connections how many the server takes at all; a fifth of them stays for ordinary calls */
    int bound(long heap, int connections) {
        return most > 0 ? most : (int) Math.min(connections * 0.8, heap * heapShare / each.toBytes());
    }
}

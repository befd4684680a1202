package podo.web.seats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is left in areas, as {@code id:left} separated by commas; of one area the last number counts. */
final class AreaDeltas {

    private AreaDeltas() {}

    static @Nullable String merge(@Nullable String earlier, @Nullable String later) {
        if (earlier == null || later == null) {
            return earlier == null ? later : earlier;
        }
        Map<String, String> left = new LinkedHashMap<>();
        for (String entry : (earlier + "," + later).split(",")) {
            int colon = entry.indexOf(':');
            left.put(entry.substring(0, Math.max(0, colon)), entry);
        }
        return left.values().stream().collect(Collectors.joining(","));
    }
}

package podo.web.page;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Settings {@code podo.web.*}.
 *
 * @param zone the time zone of all times that pages show or accept
 * @param paymentWindow address of the payment window ({@code none}: Toss's own, opened by its script); its origin is the
 *     only foreign target that forms may have
 * @param catalogueKept how long an event is cached
 * @param pagesKept how long the rendered list and the page of an event are kept for those who are not logged in
 * @param heartbeat how often an open line page asks for the fan's own place while its stream runs; 0: only when a stream opens
 * @param map the address of a map on which {@code {place}}, a venue with its address, is looked up
 */
@ConfigurationProperties("podo.web")
public record PageSettings(
        @DefaultValue("Asia/Seoul") ZoneId zone,
        @DefaultValue("http://localhost:8090/window") URI paymentWindow,
        @DefaultValue("250ms") Duration catalogueKept,
        @DefaultValue("250ms") Duration pagesKept,
        @DefaultValue("30s") Duration heartbeat,

        @DefaultValue("https://www.openstreetmap.org/search?query={place}")
        String map) {

    /** Origins of Toss Payments: its script, its window and what they load. */
    public static final String TOSS = "https://*.tosspayments.com";

    /** Scheme, host and port of the payment window, in the form of a Content-Security-Policy source. */
    public String paymentOrigin() {
        return paymentWindow.isAbsolute() ? paymentWindow.getScheme() + "://" + paymentWindow.getAuthority() : TOSS;
    }

    /** The map with this venue; blank parts are left out. */
    public String mapUrl(@Nullable String... parts) {
        String place = Arrays.stream(parts)
                .filter(part -> part != null && !part.isBlank())
                .distinct()
                .collect(Collectors.joining(", "));
        return UriComponentsBuilder.fromUriString(map)
                .encode()
                .buildAndExpand(Map.of("place", place))
                .toUriString();
    }
}

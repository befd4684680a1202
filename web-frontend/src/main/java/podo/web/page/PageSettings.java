package podo.web.page;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs by place.
 *
 * @param zone the zone in which times are shown
 * @param paymentWindow where the PG's payment window is ({@code none}: Toss's own, opened by its script); forms may lead to
 *     its origin and nowhere else
 * @param catalogueKept how old an event may be when its page is shown
 * @param heartbeat how often an open page of the line asks for the fan's own place while its stream runs; 0: never
 */
@ConfigurationProperties("podo.web")
public record PageSettings(
        @DefaultValue("Asia/Seoul") ZoneId zone,
        @DefaultValue("http://localhost:8090/window") URI paymentWindow,
        @DefaultValue("2s") Duration catalogueKept,
        @DefaultValue("30s") Duration heartbeat) {

    /** Toss Payments itself: its script, its window and what they load. */
    public static final String TOSS = "https://*.tosspayments.com";

    /** Scheme, host and port of the payment window, as a Content-Security-Policy wants it. */
    public String paymentOrigin() {
        return paymentWindow.isAbsolute() ? paymentWindow.getScheme() + "://" + paymentWindow.getAuthority() : TOSS;
    }
}

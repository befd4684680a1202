package podo.web.page;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code podo.web.*}.
 *
 * @param zone the time zone of all times that pages show or accept
 * @param paymentWindow address of the payment window ({@code none}: Toss's own, opened by its script); its origin is the
 *     only foreign target that forms may have
 * @param catalogueKept how long an event is cached
 * @param heartbeat how often an open line page asks for the fan's own place while its stream runs; 0: only when a stream opens
 */
@ConfigurationProperties("podo.web")
public record PageSettings(
        @DefaultValue("Asia/Seoul") ZoneId zone,
        @DefaultValue("http://localhost:8090/window") URI paymentWindow,
        @DefaultValue("500ms") Duration catalogueKept,
        @DefaultValue("30s") Duration heartbeat) {

    /** Origins of Toss Payments: its script, its window and what they load. */
    public static final String TOSS = "https://*.tosspayments.com";

    /** Scheme, host and port of the payment window, in the form of a Content-Security-Policy source. */
    public String paymentOrigin() {
        return paymentWindow.isAbsolute() ? paymentWindow.getScheme() + "://" + paymentWindow.getAuthority() : TOSS;
    }
}

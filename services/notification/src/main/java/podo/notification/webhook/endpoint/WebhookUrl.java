package podo.notification.webhook.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import podo.notification.webhook.TeamWebhookSettings;
import podo.notification.webhook.delivery.CheckedResolver;
import podo.starter.problem.InvalidField;

/** Which addresses may be webhooks: https, a host with public addresses, no name and password, no fragment. Each request is checked again. */
@Component
class WebhookUrl {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LARGEST_PORT = 65_535;

    private final CheckedResolver resolver;
    private final TeamWebhookSettings settings;

    WebhookUrl(CheckedResolver resolver, TeamWebhookSettings settings) {
        this.resolver = resolver;
        this.settings = settings;
    }

    /** The address as it is kept. Throws {@link InvalidField} with the field {@code url}. */
    String checked(String text) {
        URI url = parse(text.strip());
        String host = url.getHost();
        if (host == null
                || url.getRawUserInfo() != null
                || url.getRawFragment() != null
                || url.getPort() == 0
                || url.getPort() > LARGEST_PORT
                || !isAllowedScheme(url)) {
            throw new InvalidField("url", "webhook-url");
        }
        try {
            resolver.resolve(host.replaceAll("[\\[\\]]", ""));
        } catch (UnknownHostException e) {
            throw new InvalidField("url", "webhook-host");
        }
        return url.toASCIIString();
    }

    private static URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidField("url", "webhook-url");
        }
    }

    private boolean isAllowedScheme(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        return scheme.equals("https")
                || scheme.equals("http")
                        && settings.allowLoopback()
                        && LOOPBACK.contains(url.getHost().toLowerCase(Locale.ROOT));
    }
}

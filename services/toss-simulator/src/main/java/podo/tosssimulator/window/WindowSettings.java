package podo.tosssimulator.window;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code podo.simulator.window}.
 *
 * @param shop the shop's address, for a window that was opened without return addresses
 * @param origins the origins to which the window may redirect; any other would be an open redirect
 */
@ConfigurationProperties("podo.simulator.window")
record WindowSettings(String shop, List<String> origins) {

    String successUrl(@Nullable String requested) {
        return requested == null || requested.isBlank() ? shop + "/payments/success" : allowed(requested);
    }

    String failUrl(@Nullable String requested) {
        return requested == null || requested.isBlank() ? shop + "/payments/fail" : allowed(requested);
    }

    private String allowed(String url) {
        try {
            URI uri = URI.create(url);
            String origin = uri.getScheme() + "://" + uri.getRawAuthority();
            if (origins.contains(origin)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // not an address
        }
        throw new InvalidWindowRequest("the window may not redirect there");
    }
}

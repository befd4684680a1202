package podo.tosssimulator.window;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param shop the shop's address, for a buyer who came without a way back
 * @param origins where the window may send a buyer; anywhere else would be an open redirect
 */
@ConfigurationProperties("podo.simulator.window")
record WindowSettings(String shop, List<String> origins) {

    String successUrl(@Nullable String wished) {
        return wished == null || wished.isBlank() ? shop + "/payments/success" : allowed(wished);
    }

    String failUrl(@Nullable String wished) {
        return wished == null || wished.isBlank() ? shop + "/payments/fail" : allowed(wished);
    }

    private String allowed(String url) {
        try {
            URI uri = URI.create(url);
            String origin = uri.getScheme() + "://" + uri.getRawAuthority();
            if (origins.contains(origin)) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // no address at all
        }
        throw new InvalidWindowRequest("the window may not send a buyer there");
    }
}
